import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCash, type CashRounding } from './round-cash.ts';

const ties = fc.constantFrom<CashRounding['tie']>('up', 'down', 'even');

describe('roundCash', () => {
  it.each<[number, number, CashRounding['tie'], number]>([
    [1001, 5, 'up', 1000],
    [1002, 5, 'up', 1000],
    [1003, 5, 'up', 1005],
    [1007, 5, 'up', 1005],
    [1008, 5, 'up', 1010],
    [1005, 10, 'up', 1010],
    [1005, 10, 'down', 1000],
    [1005, 10, 'even', 1000],
    [1015, 10, 'even', 1020],
    [1025, 50, 'up', 1050],
    [-1003, 5, 'up', -1005],
    [-1005, 10, 'down', -1000],
    [1234, 1, 'up', 1234],
    [2, 5, 'up', 0],
    [-2, 5, 'up', 0],
    [0, 5, 'up', 0],
  ])('%s in steps of %s, ties %s: %s', (amount, stepMinor, tie, rounded) => {
    expect(roundCash(amount, { stepMinor, tie })).toBe(rounded);
  });

  it('gives a multiple of the step, no more than half a step away, and mirrors', () => {
    const amounts = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1000 }), ties, (amount, stepMinor, tie) => {
        const rounded = roundCash(amount, { stepMinor, tie });
        expect(Math.abs(rounded % stepMinor)).toBe(0);
        expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(stepMinor);
        expect(rounded + roundCash(0 - amount, { stepMinor, tie })).toBe(0);
        expect(roundCash(rounded, { stepMinor, tie })).toBe(rounded);
      }),
    );
  });

  it.each([
    [1, 0],
    [1, -5],
    [1, 0.5],
    [0.5, 5],
  ])('refuses %s in steps of %s', (amount, stepMinor) => {
    expect(() => roundCash(amount, { stepMinor, tie: 'up' })).toThrow(RangeError);
  });
});
