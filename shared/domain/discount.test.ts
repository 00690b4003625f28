import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountOn, shareOrderDiscount, type Discount } from './discount.ts';
import { addMinor } from './money.ts';

const discounts = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percentPpm: fc.integer({ min: -10, max: 1_200_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.integer({ min: -10, max: 100_000 }) }),
);

describe('discountOn', () => {
  it.each<[number, Discount | undefined, number]>([
    [1000, { kind: 'percent', percentPpm: 100_000 }, 100],
    [1005, { kind: 'percent', percentPpm: 100_000 }, 101],
    [1000, { kind: 'percent', percentPpm: 1_000_000 }, 1000],
    [1000, { kind: 'percent', percentPpm: 2_000_000 }, 1000],
    [1000, { kind: 'amount', amountMinor: 300 }, 300],
    [1000, { kind: 'amount', amountMinor: 5000 }, 1000],
    [1000, { kind: 'amount', amountMinor: -300 }, 0],
    [-1000, { kind: 'amount', amountMinor: 300 }, -300],
    [-1000, { kind: 'amount', amountMinor: 5000 }, -1000],
    [-1005, { kind: 'percent', percentPpm: 100_000 }, -101],
    [0, { kind: 'amount', amountMinor: 300 }, 0],
    [1000, undefined, 0],
  ])('%s %j takes %s', (amount, discount, off) => {
    expect(discountOn(amount, discount, 'half-up')).toBe(off);
  });
});

describe('shareOrderDiscount', () => {
  it.each<[number[], Discount, number[]]>([
    [[1000, 1000, 1000], { kind: 'amount', amountMinor: 100 }, [34, 33, 33]],
    [[1000, 0, 500], { kind: 'percent', percentPpm: 100_000 }, [100, 0, 50]],
    [[1000, -400], { kind: 'percent', percentPpm: 100_000 }, [100, 0]],
    [[-1000, -500], { kind: 'percent', percentPpm: 100_000 }, [-100, -50]],
    [[100, 100], { kind: 'amount', amountMinor: 999 }, [100, 100]],
    [[0, 0], { kind: 'amount', amountMinor: 999 }, [0, 0]],
    [[], { kind: 'amount', amountMinor: 999 }, []],
  ])('%j %j is %j', (amounts, discount, parts) => {
    expect(shareOrderDiscount(amounts, discount, 'half-up')).toEqual(parts);
  });

  it('never makes a line cross zero, and adds up to the discount on what is sold', () => {
    const amounts = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, discounts, (list, discount) => {
        const parts = shareOrderDiscount(list, discount, 'half-up');
        for (const [index, amount] of list.entries()) {
          const left = amount - (parts[index] ?? 0);
          expect(amount < 0 ? left <= 0 && left >= amount : left >= 0 && left <= amount).toBe(true);
        }
        const sold = list.filter((amount) => amount > 0);
        const base = addMinor(...(sold.length > 0 ? sold : list));
        expect(addMinor(...parts)).toBe(discountOn(base, discount, 'half-up'));
      }),
    );
  });
});
