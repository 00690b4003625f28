import { expect, test } from 'vitest';
import { toCartOffers } from './cart-offers.ts';
import { makePromotion, makeReward } from './make-offer-samples.ts';

const known = {
  promotions: [makePromotion({ id: 'tenth' })],
  rewards: [makeReward({ id: 'mug' }), makeReward({ id: 'cake' }), makeReward({ id: 'bag' })],
  customer: { id: 'ana', tierId: null, pointsBalance: 500 },
};

test('the offers of a cart are those that are known, the rewards that were taken, and the store’s clocks', () => {
  const asked = { presentedIds: ['tenth'], rewardIds: ['bag', 'gone', 'mug'] };
  expect(toCartOffers(known, asked, '2026-11-26T16:30:00.000Z', 'Asia/Manila')).toEqual({
    promotions: known.promotions,
    presentedIds: ['tenth'],
    rewards: [makeReward({ id: 'bag' }), makeReward({ id: 'mug' })],
    customer: known.customer,
    at: '2026-11-26T16:30:00.000Z',
    weekday: 5,
    minuteOfDay: 30,
  });
});
