import { expect, test } from 'vitest';
import { isDate, stepDate } from './step-date.ts';

test('steps over the ends of months, leap days and years', () => {
  expect(stepDate('2026-11-20', 1)).toBe('2026-11-21');
  expect(stepDate('2026-03-01', -1)).toBe('2026-02-28');
  expect(stepDate('2028-02-28', 1)).toBe('2028-02-29');
  expect(stepDate('2026-12-31', 1)).toBe('2027-01-01');
});

test('knows a date from what is none', () => {
  expect(isDate('2026-11-20')).toBe(true);
  expect(isDate('2026-02-30')).toBe(false);
  expect(isDate('20.11.2026')).toBe(false);
  expect(isDate('')).toBe(false);
});
