import { describe, expect, it } from 'vitest';
import { makeLine, makeOffers, makePromotion, makeReward, plainRules } from './make-offer-samples.ts';
import type { CartOffers, Promotion, PromotionEffect } from './offers.ts';
import { price, type CartLine } from './price.ts';

const priced = (lines: readonly CartLine[], offers: Partial<CartOffers>, rules = plainRules) =>
  price({ lines, offers: makeOffers(offers) }, rules);

const withPromotions = (lines: readonly CartLine[], ...promotions: Promotion[]) =>
  priced(lines, { promotions });

/** Title → what it took off. */
const saved = ({ promotions }: ReturnType<typeof priced>) =>
  Object.fromEntries(promotions.map(({ title, discountMinor }) => [title, discountMinor]));

const perLine = ({ lines }: ReturnType<typeof priced>) =>
  Object.fromEntries(lines.map((line) => [line.lineId, line.promotionMinor + line.rewardMinor]));

const ana = { id: 'ana', tierId: 'gold', pointsBalance: 250 };

describe('every effect', () => {
  it.each<[string, PromotionEffect, CartLine[], Record<string, number>]>([
    [
      '10 % off each line, rounded by itself',
      { kind: 'percent', percentPpm: 100_000 },
      [makeLine('coffee', 6505), makeLine('bread', 5500, 2), makeLine('rice', 5800, 1.5)],
      { coffee: 651, bread: 1100, rice: 870 },
    ],
    [
      '10.00 off all together, shared by largest remainder',
      { kind: 'amount', amountMinor: 1000 },
      [makeLine('a', 1000), makeLine('b', 1000), makeLine('c', 1000)],
      { a: 334, b: 333, c: 333 },
    ],
    [
      'an amount is never more than the lines have',
      { kind: 'amount', amountMinor: 100_000 },
      [makeLine('a', 1000), makeLine('weighed', 1000, 0.5)],
      { a: 1000, weighed: 500 },
    ],
    [
      'buy two, get one: the cheapest of three is free',
      { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 1_000_000 },
      [makeLine('latte', 12_000), makeLine('tea', 6000), makeLine('cake', 9000)],
      { latte: 0, tea: 6000, cake: 0 },
    ],
    [
      'buy one, get one: the dearest pair first, the cheapest of each pair is free',
      { kind: 'buy-get', buyCount: 1, getCount: 1, percentPpm: 1_000_000 },
      [makeLine('tea', 6000), makeLine('latte', 12_000), makeLine('cake', 9000), makeLine('scone', 5000)],
      { tea: 0, latte: 0, cake: 9000, scone: 5000 },
    ],
    [
      'buy two, get one at half price, seven pieces: two groups',
      { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 500_000 },
      [makeLine('tea', 6001, 7)],
      { tea: 6001 },
    ],
    [
      'a weighed line is no piece',
      { kind: 'buy-get', buyCount: 1, getCount: 1, percentPpm: 1_000_000 },
      [makeLine('rice', 5800, 1.5), makeLine('tea', 6000, 2)],
      { rice: 0, tea: 6000 },
    ],
    [
      'three for 100.00, the dearest three',
      { kind: 'bundle', count: 3, priceMinor: 10_000 },
      [makeLine('a', 5000), makeLine('b', 4000, 2), makeLine('c', 1000)],
      { a: 1154, b: 1846, c: 0 },
    ],
    [
      'a second bundle counts only while it is cheaper than its pieces',
      { kind: 'bundle', count: 2, priceMinor: 7000 },
      [makeLine('a', 5000, 3), makeLine('b', 2000, 3)],
      { a: 3000, b: 0 },
    ],
    [
      'many bundles of one line',
      { kind: 'bundle', count: 6, priceMinor: 5000 },
      [makeLine('roll', 1000, 1_000_000)],
      { roll: 166_666 * 1000 },
    ],
    [
      'what comes back gets nothing',
      { kind: 'percent', percentPpm: 500_000 },
      [makeLine('a', 1000), makeLine('back', 3000, -1)],
      { a: 500, back: 0 },
    ],
  ])('%s', (_, effect, lines, expected) => {
    const result = withPromotions(lines, makePromotion({ id: 'it', effect }));
    expect(perLine(result)).toEqual(expected);
    const sum = Object.values(expected).reduce((before, minor) => before + minor, 0);
    expect(result.promotions).toMatchObject([{ promotionId: 'it', discountMinor: sum, bonusPoints: 0 }]);
    expect(result.discountMinor).toBe(sum);
    expect(result.totalMinor).toBe(result.grossMinor - sum);
  });

  it('bonus points alone, for a customer who is known', () => {
    const promotion = makePromotion({ id: 'double', effect: { kind: 'points' }, bonusPoints: 50 });
    const result = priced([makeLine('a', 1000)], { promotions: [promotion], customer: ana });
    expect(result.promotions).toEqual([
      { promotionId: 'double', title: 'double', discountMinor: 0, bonusPoints: 50, parts: [] },
    ]);
    expect(result.totalMinor).toBe(1000);
  });

  it('a discount applies to a stranger too, without its bonus points', () => {
    const promotion = makePromotion({ id: 'it', bonusPoints: 50 });
    const lines = [makeLine('a', 1000)];
    expect(priced(lines, { promotions: [promotion] }).promotions[0]?.bonusPoints).toBe(0);
    expect(priced(lines, { promotions: [promotion], customer: ana }).promotions[0]?.bonusPoints).toBe(50);
  });
});

describe('the order of work', () => {
  it('line discount, promotion, reward, order discount, tax', () => {
    const lines = [
      makeLine('a', 10_000, 1, {
        discount: { kind: 'amount', amountMinor: 1000 },
        taxRates: [{ name: 'VAT', ratePpm: 120_000, compound: false }],
      }),
    ];
    const offers = makeOffers({
      promotions: [makePromotion({ id: 'tenth' })],
      rewards: [makeReward({ id: 'ten off' })],
      customer: ana,
    });
    const discount = { kind: 'percent', percentPpm: 500_000 } as const;
    const result = price({ lines, discount, offers }, { ...plainRules, taxMode: 'exclusive' });
    expect(result.lines).toEqual([
      {
        lineId: 'a',
        grossMinor: 10_000,
        lineDiscountMinor: 1000,
        promotionMinor: 900,
        rewardMinor: 1000,
        orderDiscountMinor: 3550,
        netMinor: 3550,
        taxMinor: 426,
        totalMinor: 3976,
      },
    ]);
    expect(result.discountMinor).toBe(6450);
  });

  it('looks at the lines of its scope only', () => {
    const lines = [
      makeLine('latte', 12_000, 1, { categoryId: 'drinks' }),
      makeLine('cake', 9000, 1, { categoryId: 'food' }),
      makeLine('bag', 500, 1, { productId: null }),
    ];
    const drinks = makePromotion({ id: 'd', scope: { kind: 'categories', categoryIds: ['drinks', 'none'] } });
    const cake = makePromotion({ id: 'c', scope: { kind: 'products', productIds: ['cake', 'cake'] } });
    expect(perLine(withPromotions(lines, drinks, cake))).toEqual({ latte: 1200, cake: 900, bag: 0 });
  });
});

describe('choosing', () => {
  const lines = [makeLine('a', 10_000), makeLine('b', 5000)];
  const onA = (id: string, percent: number, more: Partial<Promotion> = {}) =>
    makePromotion({
      id,
      effect: { kind: 'percent', percentPpm: percent * 10_000 },
      scope: { kind: 'products', productIds: ['a'] },
      ...more,
    });
  const all = (id: string, percent: number, more: Partial<Promotion> = {}) =>
    onA(id, percent, { scope: { kind: 'all' }, ...more });

  it('of two for one line the better counts, and the other is told which', () => {
    const result = withPromotions(lines, onA('ten', 10), onA('twenty', 20));
    expect(saved(result)).toEqual({ twenty: 2000 });
    expect(result.refused).toEqual([
      { kind: 'promotion', id: 'ten', title: 'ten', reason: 'better-offer', winnerTitle: 'twenty' },
    ]);
  });

  it('the loser may still have the lines that nobody took', () => {
    expect(saved(withPromotions(lines, all('ten', 10), onA('twenty', 20)))).toEqual({
      twenty: 2000,
      ten: 500,
    });
  });

  it('on a tie the one with more bonus points, then by priority, then by id', () => {
    const offers = (promotions: Promotion[]) => priced(lines, { promotions, customer: ana });
    expect(saved(offers([onA('x', 10), onA('y', 10, { bonusPoints: 1 })]))).toEqual({ y: 1000 });
    expect(saved(offers([onA('x', 10), onA('y', 10, { priority: 1 })]))).toEqual({ y: 1000 });
    expect(saved(offers([onA('y', 10), onA('x', 10)]))).toEqual({ x: 1000 });
  });

  it('those that combine go one after another, by priority, each on what is left', () => {
    const fifty = makePromotion({
      id: 'fifty off',
      effect: { kind: 'amount', amountMinor: 5000 },
      combines: true,
      priority: 1,
    });
    const result = withPromotions(lines, all('ten', 10, { combines: true }), fifty);
    expect(saved(result)).toEqual({ 'fifty off': 5000, ten: 1000 });
    expect(result.promotions.map(({ title }) => title)).toEqual(['fifty off', 'ten']);
  });

  it('one that does not combine beats those that do, or loses to them together', () => {
    const combining = [all('ten', 10, { combines: true }), all('ten more', 10, { combines: true })];
    expect(saved(withPromotions(lines, ...combining, all('quarter', 25)))).toEqual({ quarter: 3750 });
    const fifteen = withPromotions(lines, ...combining, all('fifteen', 15));
    expect(saved(fifteen)).toEqual({ ten: 1500, 'ten more': 1350 });
    expect(fifteen.refused).toMatchObject([{ id: 'fifteen', reason: 'better-offer', winnerTitle: 'ten' }]);
  });

  it('whoever goes first, the others take the lines that are untouched', () => {
    const onB = onA('b', 10, { scope: { kind: 'products', productIds: ['b'] }, combines: true });
    expect(saved(withPromotions(lines, onA('a', 10), onB))).toEqual({ a: 1000, b: 500 });
  });

  it('pieces that were bought for a free one are taken too', () => {
    const pair: PromotionEffect = { kind: 'buy-get', buyCount: 1, getCount: 1, percentPpm: 1_000_000 };
    const result = withPromotions(lines, makePromotion({ id: 'pair', effect: pair }), onA('ten', 10));
    expect(saved(result)).toEqual({ pair: 5000 });
  });

  it('bonus points alone are in nobody’s way', () => {
    const points = makePromotion({ id: 'points', effect: { kind: 'points' }, bonusPoints: 5 });
    const result = priced(lines, { promotions: [points, all('ten', 10)], customer: ana });
    expect(saved(result)).toEqual({ ten: 1500, points: 0 });
  });
});
