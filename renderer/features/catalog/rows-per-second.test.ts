import { expect, test } from 'vitest';
import { addSample, rowsPerSecond } from './rows-per-second.ts';

test('the rate is that of the last three seconds', () => {
  let samples = addSample([], { rows: 0, at: 0 });
  expect(rowsPerSecond(samples)).toBeNull();
  samples = addSample(samples, { rows: 500, at: 250 });
  expect(rowsPerSecond(samples)).toBe(2000);
  samples = addSample(samples, { rows: 600, at: 3_250 });
  expect(samples).toHaveLength(2);
  expect(rowsPerSecond(samples)).toBe(33);
});
