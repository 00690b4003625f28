import { expect, test } from 'vitest';
import { cleanAmount } from './clean-amount.ts';

test.each([
  ['500', 2, '500'],
  ['0500', 2, '500'],
  ['0', 2, '0'],
  ['1.234', 2, '1.23'],
  ['1,5', 2, '1.5'],
  ['.5', 2, '0.5'],
  ['12.', 2, '12.'],
  ['1.2.3', 2, '1.23'],
  ['12.5', 0, '12'],
  ['₱ 1 000', 2, '1000'],
  ['abc', 2, ''],
])('%j with %i decimals', (typed, decimals, cleaned) => {
  expect(cleanAmount(typed, decimals)).toBe(cleaned);
});
