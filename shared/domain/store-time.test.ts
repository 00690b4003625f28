import { expect, test } from 'vitest';
import { storeTime, utcTimeWithoutZone } from './store-time.ts';

test.each([
  ['Asia/Manila', '2026-11-20T19:06:30.828Z', '2026-11-21T03:06:30.828000+08:00'],
  ['UTC', '2026-11-20T19:06:30.000Z', '2026-11-20T19:06:30.000000Z'],
  ['Asia/Kathmandu', '2026-11-20T19:06:30.001Z', '2026-11-21T00:51:30.001000+05:45'],
  ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08T01:59:59.999000-05:00'],
  ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00.000000-04:00'],
  ['America/St_Johns', '2026-01-01T00:00:00.500Z', '2025-12-31T20:30:00.500000-03:30'],
])('in %s, %s is %s', (timeZone, instant, shown) => {
  expect(storeTime(instant, timeZone)).toBe(shown);
  expect(Date.parse(shown)).toBe(Date.parse(instant));
});

test('in UTC without saying so', () => {
  expect(utcTimeWithoutZone('2026-11-20T19:06:30.828Z')).toBe('2026-11-20T19:06:30.828000');
});
