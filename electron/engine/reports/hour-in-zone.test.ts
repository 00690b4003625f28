import { expect, test } from 'vitest';
import { hourInZone } from './hour-in-zone.ts';

test.each([
  ['Asia/Manila', '2026-03-01T16:00:00.000Z', 0],
  ['Asia/Kathmandu', '2026-03-01T18:14:00.000Z', 23],
  ['Asia/Kathmandu', '2026-03-01T18:15:00.000Z', 0],
  ['America/New_York', '2026-03-08T06:59:00.000Z', 1],
  ['America/New_York', '2026-03-08T07:00:00.000Z', 3],
  ['America/New_York', '2026-11-01T05:30:00.000Z', 1],
  ['America/New_York', '2026-11-01T06:30:00.000Z', 1],
  ['UTC', '2026-03-01T23:59:59.999Z', 23],
])('in %s at %s the clocks show hour %i', (timeZone, instant, hour) => {
  expect(hourInZone(timeZone)(instant)).toBe(hour);
});
