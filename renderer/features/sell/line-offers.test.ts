import { expect, test } from 'vitest';
import { lineOfferWords, offersByLine } from './line-offers.ts';

const amount = (minor: number) => (minor / 100).toFixed(2);
const promotion = (title: string, parts: { lineId: string; amountMinor: number }[]) => ({
  promotionId: title,
  title,
  discountMinor: 0,
  bonusPoints: 0,
  parts,
});

const offers = offersByLine({
  promotions: [
    promotion('Bakery week', [
      { lineId: 'bread', amountMinor: 1000 },
      { lineId: 'cake', amountMinor: 350 },
    ]),
    promotion('Silver', [
      { lineId: 'cake', amountMinor: 100 },
      { lineId: 'milk', amountMinor: 0 },
    ]),
  ],
  rewards: [],
});

test.each([
  ['bread', '−10.00 Bakery week'],
  ['cake', '−4.50 2 offers'],
  ['milk', ''],
  ['coffee', ''],
])('the line of %s says %j', (lineId, words) => {
  expect(lineOfferWords(offers.get(lineId), amount)).toBe(words);
});
