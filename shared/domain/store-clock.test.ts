import { expect, test } from 'vitest';
import { storeClock } from './store-clock.ts';

test.each([
  ['2026-11-23T00:00:00.000Z', 'UTC', 1, 0],
  ['2026-11-26T15:59:59.999Z', 'Asia/Manila', 4, 23 * 60 + 59],
  ['2026-11-26T16:00:00.000Z', 'Asia/Manila', 5, 0],
  ['2026-11-29T23:30:00.000Z', 'America/New_York', 7, 18 * 60 + 30],
  ['2026-11-29T18:20:00.000Z', 'Asia/Kathmandu', 1, 5],
  ['1969-12-31T23:59:00.000Z', 'UTC', 3, 23 * 60 + 59],
  ['2026-03-08T07:30:00.000Z', 'America/New_York', 7, 3 * 60 + 30],
])('%s in %s', (instant, timeZone, weekday, minuteOfDay) => {
  expect(storeClock(Date.parse(instant), timeZone)).toEqual({ weekday, minuteOfDay });
});

test('refuses a zone that does not exist', () => {
  expect(() => storeClock(0, 'Asia/Atlantis')).toThrow(RangeError);
});
