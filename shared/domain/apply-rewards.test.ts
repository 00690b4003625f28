import { describe, expect, it } from 'vitest';
import { makeLine, makeOffers, makePromotion, makeReward, plainRules } from './make-offer-samples.ts';
import type { CartOffers, PromotionEffect, Refusal, Reward } from './offers.ts';
import { price, type CartLine } from './price.ts';

const ana = { id: 'ana', tierId: 'gold', pointsBalance: 250 };

const priced = (lines: readonly CartLine[], offers: Partial<CartOffers>) =>
  price({ lines, offers: makeOffers(offers) }, plainRules);

const perLine = ({ lines }: ReturnType<typeof priced>) =>
  Object.fromEntries(lines.map((line) => [line.lineId, line.promotionMinor + line.rewardMinor]));

describe('rewards', () => {
  const lines = [makeLine('a', 1000, 3), makeLine('b', 1000)];
  const taken = (rewards: Reward[], more: Partial<CartOffers> = {}) =>
    priced(lines, { rewards, customer: ana, ...more });

  it('take off what promotions left, in the order given', () => {
    const half = makeReward({ id: 'half', effect: { kind: 'percent', percentPpm: 500_000 } });
    const ten = makeReward({ id: 'ten' });
    const off = (rewards: Reward[]) => taken(rewards).rewards.map((reward) => reward.discountMinor);
    expect(off([half, ten])).toEqual([2000, 1000]);
    expect(off([ten, half])).toEqual([1000, 1500]);
  });

  it('give one piece free, and each a piece of its own', () => {
    const free = (id: string) => makeReward({ id, effect: { kind: 'free-item', productId: 'a' } });
    const result = taken([free('one'), free('two')]);
    expect(perLine(result)).toEqual({ a: 2000, b: 0 });
    expect(result.rewards[1]).toEqual({
      rewardId: 'two',
      title: 'two',
      points: 100,
      discountMinor: 1000,
      parts: [{ lineId: 'a', amountMinor: 1000 }],
    });
  });

  it('give a piece that a promotion did not make free already', () => {
    const pair: PromotionEffect = { kind: 'buy-get', buyCount: 1, getCount: 1, percentPpm: 1_000_000 };
    const promotions = [makePromotion({ id: 'pair', effect: pair })];
    const free = makeReward({ id: 'free', effect: { kind: 'free-item', productId: 'a' } });
    const result = priced([makeLine('a', 1000, 2)], { promotions, rewards: [free], customer: ana });
    expect(result.totalMinor).toBe(0);
  });

  it('together cost no more points than the customer has; one that takes nothing costs none', () => {
    const none = makeReward({ id: 'none', effect: { kind: 'free-item', productId: 'c' } });
    const result = taken([
      makeReward({ id: 'one' }),
      none,
      makeReward({ id: 'two' }),
      makeReward({ id: 'three' }),
    ]);
    expect(result.rewards.map(({ rewardId }) => rewardId)).toEqual(['one', 'two']);
    expect(result.refused).toEqual([
      { kind: 'reward', id: 'none', title: 'none', reason: 'no-fitting-line' },
      { kind: 'reward', id: 'three', title: 'three', reason: 'points-short', missingPoints: 50 },
    ]);
  });

  it('count once each, however often they are named', () => {
    const one = makeReward({ id: 'one' });
    expect(taken([one, one])).toMatchObject({ rewards: [{ rewardId: 'one' }], refused: [] });
  });

  it.each<[Refusal, Partial<Reward>, Partial<CartOffers>?]>([
    [{ reason: 'customer-needed' }, { isActive: false }, { customer: null }],
    [{ reason: 'inactive' }, { isActive: false }],
    [{ reason: 'not-yet' }, { validFrom: '2027-01-01T00:00:00.000Z' }],
    [{ reason: 'over' }, { validUntil: '2026-01-01T00:00:00.000Z' }],
    [{ reason: 'used-up' }, { stock: 0 }],
    [{ reason: 'used-up-by-customer' }, { limitPerCustomer: 1, usedByCustomer: 1 }],
    [{ reason: 'nothing-to-take-off' }, { effect: { kind: 'percent', percentPpm: 0 } }],
    [{ reason: 'points-short', missingPoints: 1 }, { points: 251 }],
  ])('refused: %j', (refusal, reward, offers) => {
    expect(taken([makeReward({ id: 'it', ...reward })], offers).refused).toMatchObject([refusal]);
  });
});
