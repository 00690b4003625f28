import { expect, test } from 'vitest';
import { percentText, readPercent } from './percent-text.ts';

test.each([
  ['12', 120_000],
  ['8.875', 88_750],
  ['8,875', 88_750],
  ['0', 0],
  ['100', 1_000_000],
  ['0.0001', 1],
  [' 7.7 % ', 77_000],
])('reads %j', (text, ppm) => {
  expect(readPercent(text)).toBe(ppm);
});

test.each(['', 'twelve', '-1', '100.0001', '0.00001', '1.2.3', '1e3', '.5'])('refuses %j', (text) => {
  expect(readPercent(text)).toBeNull();
});

test.each([
  [120_000, '12'],
  [88_750, '8.875'],
  [1_000_000, '100'],
  [100_000, '10'],
  [0, '0'],
  [1, '0.0001'],
])('writes %d', (ppm, text) => {
  expect(percentText(ppm)).toBe(text);
  expect(readPercent(text)).toBe(ppm);
});
