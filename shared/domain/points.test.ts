import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POINTS_RULE, pointsEarned } from './points.ts';
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
