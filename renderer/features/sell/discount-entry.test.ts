import { expect, it } from 'vitest';
import { entryOf, readDiscount } from './discount-entry.ts';

const php = { code: 'PHP', exponent: 2 };

it('reads percents and amounts, exactly', () => {
  expect(readDiscount({ kind: 'percent', text: '12,5' }, php)).toEqual({
    kind: 'percent',
    percentPpm: 125_000,
  });
  expect(readDiscount({ kind: 'amount', text: '12.50' }, php)).toEqual({
    kind: 'amount',
    amountMinor: 1_250,
  });
  expect(readDiscount({ kind: 'percent', text: ' ' }, php)).toBeNull();
  expect(readDiscount({ kind: 'amount', text: '0' }, php)).toBeNull();
  expect(readDiscount({ kind: 'percent', text: '101' }, php)).toBe('invalid');
  expect(readDiscount({ kind: 'amount', text: 'much' }, php)).toBe('invalid');
});

it('writes a discount as one types it', () => {
  expect(entryOf(undefined, php)).toEqual({ kind: 'percent', text: '' });
  expect(entryOf({ kind: 'percent', percentPpm: 125_000 }, php)).toEqual({ kind: 'percent', text: '12.5' });
  expect(entryOf({ kind: 'amount', amountMinor: 1_250 }, php)).toEqual({ kind: 'amount', text: '12.50' });
});
