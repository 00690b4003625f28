import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickCash } from './quick-cash.ts';

const currency = (code: string, exponent = 2) => ({ code, exponent });
const PHP = currency('PHP');

describe('quickCash', () => {
  it.each([
    [18750, PHP, [19000, 20000, 50000, 100000]],
    [20000, PHP, [20000, 50000, 100000]],
    [95000, PHP, [95000, 100000]],
    [1200, PHP, [1200, 1500, 2000, 5000]],
    [347050, PHP, [348000, 350000, 400000]],
    [349, currency('USD'), [350, 400, 500, 1000]],
    [1999, currency('USD'), [2000, 5000, 10000]],
    [1234, currency('EUR'), [1400, 1500, 2000, 5000]],
    [4999, currency('INR'), [5000, 10000, 20000, 50000]],
    [33300, currency('NPR'), [33300, 33500, 34000, 35000]],
    [1234, currency('JPY', 0), [1300, 1500, 2000, 5000]],
    [3750, currency('KWD', 3), [3750, 4000, 5000, 10000]],
    [777, currency('KRW', 0), [800, 1000, 2000, 5000]],
    [0, PHP, []],
    [-100, PHP, []],
  ])('%s %j: %j', (due, of, sums) => {
    expect(quickCash(due, of)).toEqual(sums);
  });

  it('gives one to four sums, ascending, each once, none below the due', () => {
    const currencies = fc.constantFrom(
      PHP,
      currency('USD'),
      currency('EUR'),
      currency('INR'),
      currency('NPR'),
      currency('GBP'),
      currency('JPY', 0),
      currency('VND', 0),
      currency('KWD', 3),
      currency('BHD', 3),
    );
    const dues = fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 2 ** 50 }));
    fc.assert(
      fc.property(dues, currencies, (due, of) => {
        const sums = quickCash(due, of);
        expect(sums.length).toBeGreaterThanOrEqual(1);
        expect(sums.length).toBeLessThanOrEqual(4);
        expect(sums.every((sum) => Number.isSafeInteger(sum) && sum >= due)).toBe(true);
        expect(sums).toEqual([...new Set(sums)].sort((a, b) => a - b));
      }),
    );
  });
});
