import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removalsBetween, type RungUpLine } from './cart-changes.ts';

const line = (lineId: string, quantityMilli: number, amountMinor: number): RungUpLine => ({
  lineId,
  productId: null,
  name: lineId,
  quantityMilli,
  amountMinor,
});

describe('what was taken out of a cart', () => {
  it('is every line that is gone and what quantities were lowered by', () => {
    const before = [line('a', 3000, 1000), line('b', 1000, 500), line('c', 1250, 333)];
    const now = [line('a', 1000, 333), line('c', 2000, 533), line('d', 1000, 100)];
    expect(removalsBetween(before, now)).toEqual([
      { ...line('a', 2000, 667), kind: 'lowered' },
      { ...line('b', 1000, 500), kind: 'removed' },
    ]);
  });

  it('is nothing while a cart only grows, and all of it when it is cleared', () => {
    const anyLines = fc.uniqueArray(
      fc.record({
        lineId: fc.uuid(),
        productId: fc.constant(null),
        name: fc.string(),
        quantityMilli: fc.integer({ min: 1, max: 1_000_000 }),
        amountMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
      }),
      { selector: ({ lineId }) => lineId },
    );
    fc.assert(
      fc.property(anyLines, anyLines, (before, more) => {
        expect(removalsBetween(before, [...more, ...before])).toEqual([]);
        expect(removalsBetween(before, [])).toEqual(before.map((one) => ({ ...one, kind: 'removed' })));
      }),
    );
  });
});
