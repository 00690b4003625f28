import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsForTotal } from './points-for-total.ts';

const rule = { amountMinor: 1000, points: 1, enabled: true };

test.each([
  [999, 0],
  [1000, 1],
  [25_050, 25],
  [0, 0],
  [-5_000, 0],
])('a purchase of %i earns %i', (totalMinor, points) => {
  expect(pointsForTotal(totalMinor, rule)).toBe(points);
});

test('a tier multiplies before rounding, and a rule that is off earns nothing', () => {
  expect(pointsForTotal(1_990, rule, 1_500_000)).toBe(2);
  expect(pointsForTotal(100_000, { ...rule, enabled: false })).toBe(0);
});

test('never more than the total is worth, and more money never earns less', () => {
  const money = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const property = fc.property(money, fc.integer({ min: 0, max: 1_000_000 }), (totalMinor, moreMinor) => {
    const points = pointsForTotal(totalMinor, rule);
    expect(points * rule.amountMinor).toBeLessThanOrEqual(totalMinor);
    expect(pointsForTotal(totalMinor + moreMinor, rule)).toBeGreaterThanOrEqual(points);
  });
  fc.assert(property, { numRuns: 1000 });
});
