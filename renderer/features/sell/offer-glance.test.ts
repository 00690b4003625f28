import { expect, test } from 'vitest';
import { glanceAt, type OfferOutcome } from './offer-glance.ts';

const applied = (promotionId: string, discountMinor = 1000) => ({
  promotionId,
  title: promotionId,
  discountMinor,
  bonusPoints: 0,
  parts: [],
});

const outcome: OfferOutcome = {
  promotions: [applied('bakery week'), applied('coupon')],
  rewards: [{ rewardId: 'coffee', title: 'coffee', points: 100, discountMinor: 6500, parts: [] }],
  refused: [
    { kind: 'promotion', id: 'happy hour', title: 'happy hour', reason: 'wrong-hours' },
    { kind: 'promotion', id: 'bundle', title: 'bundle', reason: 'more-pieces', missingCount: 2 },
    { kind: 'promotion', id: 'old coupon', title: 'old coupon', reason: 'over' },
    { kind: 'reward', id: 'cake', title: 'cake', reason: 'no-fitting-line' },
  ],
};

const rewards = [
  { id: 'trip', title: 'trip', points: 9000, refusal: { reason: 'points-short', missingPoints: 8900 } },
  { id: 'bag', title: 'bag', points: 300, refusal: { reason: 'points-short', missingPoints: 200 } },
  { id: 'gone', title: 'gone', points: 10, refusal: { reason: 'over' } },
  { id: 'tea', title: 'tea', points: 40, refusal: { reason: 'no-fitting-line' } },
  { id: 'mug', title: 'mug', points: 50, refusal: null },
] as const;

test('what was chosen stands first, then what is near, what counts, what may be taken, and what may not', () => {
  const items = glanceAt(outcome, ['coupon', 'old coupon'], rewards);
  expect(items.map(({ id, state, isChosen }) => [id, state, isChosen])).toEqual([
    ['coupon', 'counts', true],
    ['old coupon', 'refused', true],
    ['cake', 'refused', true],
    ['coffee', 'counts', true],
    ['bundle', 'near', false],
    ['bakery week', 'counts', false],
    ['mug', 'open', false],
    ['tea', 'waiting', false],
    ['bag', 'refused', false],
    ['trip', 'refused', false],
  ]);
});

test('offers that nobody asked for and that cannot be had today are left to the panel', () => {
  expect(glanceAt({ ...outcome, promotions: [], rewards: [] }, [], []).map(({ id }) => id)).toEqual([
    'cake',
    'bundle',
  ]);
});
