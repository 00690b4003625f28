import { expect, test } from 'vitest';
import { readTimes, timesText } from './times-text.ts';

test.each([
  ['2', 2_000_000],
  ['1.5', 1_500_000],
  ['0,5 ×', 500_000],
  ['0', 0],
  ['100', 100_000_000],
])('%s', (text, ppm) => {
  expect(readTimes(text)).toBe(ppm);
});

test.each(['', 'x', '-1', '100.1', '1.2345678'])('“%s” is no factor', (text) => {
  expect(readTimes(text)).toBeNull();
});

test('a factor is written without what adds nothing', () => {
  expect([0, 1_000_000, 1_250_000, 100_000_000].map(timesText)).toEqual(['0', '1', '1.25', '100']);
});
