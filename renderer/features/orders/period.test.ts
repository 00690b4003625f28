import { expect, test } from 'vitest';
import { daysOf } from './period.ts';

test('a period has both of its ends', () => {
  const today = '2026-11-20';
  expect(daysOf('all', today, { from: '2026-01-01' })).toEqual({});
  expect(daysOf('today', today, {})).toEqual({ from: today, to: today });
  expect(daysOf('yesterday', today, {})).toEqual({ from: '2026-11-19', to: '2026-11-19' });
  expect(daysOf('week', today, {})).toEqual({ from: '2026-11-14', to: today });
  expect(daysOf('month', today, {})).toEqual({ from: '2026-10-22', to: today });
  expect(daysOf('chosen', today, { from: '2026-01-01' })).toEqual({ from: '2026-01-01' });
});
