import { expect, test } from 'vitest';
import { createFormats } from '../../ui/format.tsx';
import { promotionWords, rewardWords, weekdayName, type Words } from './offer-words.ts';
import { newPromotion, promotionFieldsOf, type PromotionDraft } from './promotion-draft.ts';

const clock = { timeZone: 'Asia/Manila', dayCutOff: '00:00' };
const names: Record<string, string> = { a: 'Pandesal', b: 'Ensaymada', c: 'Leche flan', d: 'Iced tea' };
const words: Words = {
  formats: createFormats({ locale: 'en-PH', currencyCode: 'PHP', timeZone: clock.timeZone }),
  clock,
  names: {
    product: (id) => names[id],
    category: (id) => ({ bread: 'Bread', drinks: 'Drinks' })[id],
    tier: (id) => ({ gold: 'Gold' })[id],
  },
};
const says = (change: Partial<PromotionDraft>) =>
  promotionWords(promotionFieldsOf({ ...newPromotion, percentPpm: 100_000, ...change }, clock), words).join(
    ' ',
  );

test.each<[Partial<PromotionDraft>, string]>([
  [{}, '10% off everything.'],
  [{ effectKind: 'amount', amountMinor: 2000 }, '₱20.00 off everything, once per sale.'],
  [
    { effectKind: 'buy-get', scopeKind: 'products', productIds: ['a', 'b'] },
    'Buy 2, get 1 free (the cheapest): Pandesal and Ensaymada.',
  ],
  [
    {
      effectKind: 'buy-get',
      getPercentPpm: 500_000,
      scopeKind: 'categories',
      categoryIds: ['bread', 'drinks'],
    },
    'Buy 2, get 1 for 50% less (the cheapest): everything in Bread and Drinks.',
  ],
  [
    { effectKind: 'bundle', bundleMinor: 10_000, scopeKind: 'products', productIds: ['a', 'b', 'c', 'd'] },
    '3 of Pandesal, Ensaymada, Leche flan, and 1 more for ₱100.00.',
  ],
  [{ effectKind: 'points', bonusPoints: 50 }, 'Nothing off. 50 bonus points.'],
  [{ scopeKind: 'products', productIds: ['x', 'y'] }, '10% off 2 products.'],
  [
    { audienceKind: 'tiers', tierIds: ['gold'], needsCode: true, couponCode: 'GOLD10' },
    '10% off everything. For Gold. Only with the code GOLD10.',
  ],
  [
    { fromDate: '2026-11-01', untilDate: '2026-11-30', hasHours: true },
    '10% off everything. Nov 1, 2026 to Nov 30, 2026. Every day, 14:00 to 17:00.',
  ],
  [
    { hasHours: true, days: [1, 2], limitPerCustomer: '1', limitTotal: '500', minimumSpendMinor: 50_000 },
    '10% off everything. Mon and Tue, 14:00 to 17:00. From ₱500.00 on. Once per customer. At most 500 times in total.',
  ],
])('%j', (change, sentence) => {
  expect(says(change)).toBe(sentence);
});

test('a reward says what it takes and what is left', () => {
  const reward = {
    points: 100,
    effect: { kind: 'free-item', productId: 'd' },
    stock: 3,
    limitPerCustomer: null,
    validFrom: null,
    validUntil: '2026-12-31T16:00:00.000Z',
  } as const;
  expect(rewardWords(reward, words).join(' ')).toBe(
    'One Iced tea free, for 100 points. Until Dec 31, 2026. 3 left.',
  );
});

test('days are called as the shop’s language calls them', () => {
  expect([1, 7].map((day) => weekdayName(day, 'en'))).toEqual(['Mon', 'Sun']);
});
