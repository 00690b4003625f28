import { expect, test } from 'vitest';
import type { Refusal } from '../../shared/domain/offers.ts';
import { createFormats } from '../ui/format.tsx';
import { refusalWords } from './offer-words.ts';

const formats = createFormats({ locale: 'en-PH', currencyCode: 'PHP', timeZone: 'Asia/Manila' });

test.each<[Refusal, string]>([
  [{ reason: 'spend-more', missingMinor: 5000 }, 'Spend ₱50.00 more.'],
  [{ reason: 'more-pieces', missingCount: 1 }, '1 more piece.'],
  [{ reason: 'more-pieces', missingCount: 2 }, '2 more pieces.'],
  [{ reason: 'points-short', missingPoints: 1200 }, '1,200 points are missing.'],
  [{ reason: 'better-offer', winnerTitle: 'Bakery week' }, '“Bakery week” gives more.'],
  [{ reason: 'wrong-hours' }, 'It is not on at this time of the week.'],
  [{ reason: 'used-up-by-customer' }, 'This customer has had it as often as it may be had.'],
])('%j', (refusal, words) => {
  expect(refusalWords(refusal, formats)).toBe(words);
});
