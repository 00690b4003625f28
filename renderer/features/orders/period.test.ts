import { expect, test } from 'vitest';
import { daysOf, shiftDay } from './period.ts';

test('days are counted over the ends of months and years', () => {
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
});

test('a period has both of its ends', () => {
  const today = '2026-11-20';
  expect(daysOf('all', today, { from: '2026-01-01' })).toEqual({});
  expect(daysOf('today', today, {})).toEqual({ from: today, to: today });
  expect(daysOf('yesterday', today, {})).toEqual({ from: '2026-11-19', to: '2026-11-19' });
  expect(daysOf('week', today, {})).toEqual({ from: '2026-11-14', to: today });
  expect(daysOf('month', today, {})).toEqual({ from: '2026-10-22', to: today });
  expect(daysOf('chosen', today, { from: '2026-01-01' })).toEqual({ from: '2026-01-01' });
});
