import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOffers, makePromotion } from './make-offer-samples.ts';
import {
  amountForPoints,
  bonusPointsOf,
  DEFAULT_POINTS_RULE,
  mostPayable,
  pointsEarned,
  pointsForAmount,
  pointsToPay,
  tierOf,
  type RedeemRule,
  type Tier,
} from './points.ts';
import { price, type CartLine, type PricingRules } from './price.ts';

const rules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'inclusive',
  taxRounding: 'line',
  rounding: 'half-up',
};

function line(unitPriceMinor: number, more: Partial<CartLine> = {}): CartLine {
  return {
    lineId: 'x',
    productId: null,
    name: 'x',
    unitPriceMinor,
    quantityMilli: 1000,
    taxRates: [],
    ...more,
  };
}

const earned = (lines: CartLine[], rule = DEFAULT_POINTS_RULE) =>
  pointsEarned(price({ lines }, rules), lines, rule);

describe('pointsEarned', () => {
  it.each<[string, CartLine[], number]>([
    ['one per 10.00', [line(1000)], 1],
    ['rounded down', [line(1999)], 1],
    ['once per sale: 2 × 9.99 is 19.98', [line(999), line(999)], 1],
    ['5.00 and 5.00 make one', [line(500), line(500)], 1],
    ['below 10.00', [line(999)], 0],
    ['double points', [line(1000, { pointsMultiplierPpm: 2_000_000 })], 2],
    ['one and a half, rounded once', [line(1000, { pointsMultiplierPpm: 1_500_000 }), line(500)], 2],
    ['no points on this one', [line(5000, { pointsMultiplierPpm: 0 }), line(1000)], 1],
    ['what comes back takes points off', [line(5000), line(1000, { quantityMilli: -1000 })], 4],
    ['only returns', [line(5000, { quantityMilli: -1000 })], 0],
    ['after the discount', [line(2000, { discount: { kind: 'percent', percentPpm: 500_000 } })], 1],
    ['nothing', [], 0],
  ])('%s', (_, lines, points) => {
    expect(earned(lines)).toBe(points);
  });

  it('follows the rule', () => {
    expect(earned([line(10000)], { amountMinor: 2500, points: 3, enabled: true })).toBe(12);
    expect(earned([line(10000)], { ...DEFAULT_POINTS_RULE, enabled: false })).toBe(0);
    expect(earned([line(10000)], { amountMinor: 0, points: 1, enabled: true })).toBe(0);
  });

  it('counts what is paid, tax in', () => {
    const lines = [line(900, { taxRates: [{ name: 'VAT', ratePpm: 120_000, compound: false }] })];
    expect(
      pointsEarned(price({ lines }, { ...rules, taxMode: 'exclusive' }), lines, DEFAULT_POINTS_RULE),
    ).toBe(1);
  });

  it('never earns more for two sales than for one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e9 }), (first, second) => {
        const together = earned([line(first), line(second)]);
        const apart = earned([line(first)]) + earned([line(second)]);
        expect(together - apart === 0 || together - apart === 1).toBe(true);
        expect(together).toBe(Math.floor((first + second) / 1000));
      }),
    );
  });

  it('refuses lines that are not the cart’s', () => {
    expect(() => pointsEarned(price({ lines: [] }, rules), [line(1)], DEFAULT_POINTS_RULE)).toThrow(
      RangeError,
    );
    expect(() => earned([line(1, { pointsMultiplierPpm: -1 })])).toThrow(RangeError);
  });
});

describe('points of a tier, and of a sale that is paid with points in part', () => {
  const sold = [line(10_000), line(5000, { pointsMultiplierPpm: 2_000_000 })];
  const earnedWith = (options: { tierMultiplierPpm?: number; paidWithPointsMinor?: number }) =>
    pointsEarned(price({ lines: sold }, rules), sold, DEFAULT_POINTS_RULE, options);

  it.each<[string, Parameters<typeof earnedWith>[0], number]>([
    ['neither', {}, 20],
    ['one and a half', { tierMultiplierPpm: 1_500_000 }, 30],
    ['a tier that earns nothing', { tierMultiplierPpm: 0 }, 0],
    ['a third is paid with points', { paidWithPointsMinor: 5000 }, 13],
    [
      'a third, at one and a half, rounded once',
      { tierMultiplierPpm: 1_500_000, paidWithPointsMinor: 5000 },
      20,
    ],
    ['all but a centavo', { paidWithPointsMinor: 14_999 }, 0],
    ['all of it', { paidWithPointsMinor: 15_000 }, 0],
  ])('%s', (_, options, points) => {
    expect(earnedWith(options)).toBe(points);
  });

  it('who pays more with points never earns more', () => {
    fc.assert(
      fc.property(fc.nat(15_000), fc.nat(15_000), (one, other) => {
        const [less, more] = [
          earnedWith({ paidWithPointsMinor: one }),
          earnedWith({ paidWithPointsMinor: other }),
        ];
        expect(one <= other ? less >= more : more >= less).toBe(true);
      }),
    );
  });

  it('bonus points of all promotions, for a customer only', () => {
    const promotions = ['a', 'b'].map((id) => makePromotion({ id, bonusPoints: 5, combines: true }));
    const customer = { id: 'ana', tierId: null, pointsBalance: 0 };
    const priced = (of: typeof customer | null) =>
      price({ lines: sold, offers: makeOffers({ promotions, customer: of }) }, rules);
    expect(bonusPointsOf(priced(customer))).toBe(10);
    expect(bonusPointsOf(priced(null))).toBe(0);
  });
});

describe('tierOf', () => {
  const tier = (id: string, fromPoints: number): Tier => ({ id, name: id, fromPoints, multiplierPpm: 1 });
  const tiers = [tier('gold', 1000), tier('bronze', 10), tier('silver', 100)];

  it.each<[number, string | null, string | undefined]>([
    [0, null, undefined],
    [9, null, undefined],
    [10, null, 'bronze'],
    [999, null, 'silver'],
    [1_000_000, null, 'gold'],
    [0, 'gold', 'gold'],
    [1000, 'bronze', 'bronze'],
    [100, 'gone', 'silver'],
  ])('%i points, set to %s: %s', (points, byHand, id) => {
    expect(tierOf(points, byHand, tiers)?.id).toBe(id);
    expect(tierOf(points, byHand, tiers.toReversed())?.id).toBe(id);
  });
});

describe('paying with points', () => {
  const rule: RedeemRule = { redeem: true, valueMinor: 25, minimumPoints: 10 };

  it.each<[number, number, number]>([
    [1000, 100, 40],
    [1024, 100, 40],
    [1000, 39, 39],
    [1000, 9, 0],
    [249, 100, 0],
    [250, 100, 10],
    [0, 100, 0],
    [1000, -5, 0],
  ])('of %i due with %i points: %i', (dueMinor, points, expected) => {
    expect(mostPayable(dueMinor, points, rule)).toEqual({ points: expected, amountMinor: expected * 25 });
  });

  it('is off when the shop says so', () => {
    expect(mostPayable(1000, 100, { ...rule, redeem: false }).points).toBe(0);
    expect(pointsToPay(250, 100, { ...rule, redeem: false })).toMatchObject({
      failure: { code: 'tender-unavailable' },
    });
  });

  it.each<[number, number, object]>([
    [250, 10, { ok: true, value: 10 }],
    [251, 100, { failure: { code: 'points-invalid' } }],
    [0, 100, { failure: { code: 'points-invalid' } }],
    [225, 100, { failure: { code: 'points-invalid', details: { minimumPoints: 10 } } }],
    [275, 10, { failure: { code: 'points-short', details: { missingPoints: 1 } } }],
  ])('%i from a customer who has %i', (amountMinor, points, expected) => {
    expect(pointsToPay(amountMinor, points, rule)).toMatchObject(expected);
  });

  it('what can be paid at most is taken, and comes back as the same points', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.nat(1e6),
        fc.integer({ min: 1, max: 500 }),
        (dueMinor, points, valueMinor) => {
          const most = mostPayable(dueMinor, points, { ...rule, valueMinor });
          expect(most.amountMinor).toBeLessThanOrEqual(dueMinor);
          expect(pointsForAmount(most.amountMinor, { valueMinor })).toBe(most.points);
          expect(amountForPoints(most.points, { valueMinor })).toBe(most.amountMinor);
          if (most.points > 0)
            expect(pointsToPay(most.amountMinor, points, { ...rule, valueMinor }).ok).toBe(true);
        },
      ),
    );
  });
});
