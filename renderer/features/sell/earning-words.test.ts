import { expect, test } from 'vitest';
import { createFormats } from '../../ui/format.tsx';
import { earningWords, tierWords } from './earning-words.ts';

const formats = createFormats({ locale: 'en-PH', currencyCode: 'PHP', timeZone: 'Asia/Manila' });
const rule = { points: 1, amountMinor: 1000 };
const silver = { tierName: 'Silver', multiplierPpm: 1_500_000 };

test('the rule, the tier that multiplies it, and what promotions add', () => {
  expect(earningWords(rule, silver, 20, formats)).toBe('1 per ₱10.00 · Silver × 1.5 · 20 bonus points');
  expect(earningWords(rule, null, 0, formats)).toBe('1 per ₱10.00');
});

test('a tier that multiplies nothing is not worth a word', () => {
  expect(tierWords({ tierName: 'Member', multiplierPpm: 1_000_000 })).toBe('');
  expect(tierWords({ tierName: null, multiplierPpm: 2_000_000 })).toBe('');
});
