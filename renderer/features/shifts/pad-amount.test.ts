import { expect, test } from 'vitest';
import { padAmount } from './pad-amount.ts';

test.each([
  ['en-PH', '12', '.', '12.'],
  ['en-PH', '12.5', '0', '12.50'],
  ['en-PH', '12.50', '1', '12.50'],
  ['de-DE', '12', '.', '12,'],
  ['de-DE', '12,5', '0', '12,50'],
  ['de-DE', '12,5', '.', '12,5'],
  ['de-DE', '12,5', 'backspace', '12,'],
] as const)('%s: “%s” and %s is “%s”', (locale, text, key, next) => {
  expect(padAmount(text, key, { code: 'EUR', exponent: 2 }, locale)).toBe(next);
});
