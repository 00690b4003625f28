import { expect, test } from 'vitest';
import { dayOf, endOfDay, instantOf, lastDayOf, startOfDay } from './store-day.ts';

const manila = { timeZone: 'Asia/Manila', dayCutOff: '00:00' };
const bar = { timeZone: 'Asia/Kathmandu', dayCutOff: '04:00' };

test('a day begins and ends by the clocks of the shop', () => {
  expect(startOfDay('2026-11-20', manila)).toBe('2026-11-19T16:00:00.000Z');
  expect(endOfDay('2026-11-30', manila)).toBe('2026-11-30T16:00:00.000Z');
  expect(startOfDay('2026-11-20', bar)).toBe('2026-11-19T22:15:00.000Z');
});

test('where the clocks change, the day is an hour longer or shorter', () => {
  const berlin = { timeZone: 'Europe/Berlin', dayCutOff: '00:00' };
  expect(startOfDay('2026-03-29', berlin)).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', berlin)).toBe('2026-03-29T22:00:00.000Z');
});

test('days come back as they were written', () => {
  for (const clock of [manila, bar]) {
    for (const date of ['2026-02-28', '2026-12-31', '2028-02-29']) {
      expect(dayOf(startOfDay(date, clock), clock)).toBe(date);
      expect(lastDayOf(endOfDay(date, clock), clock)).toBe(date);
    }
  }
});

test('a time after midnight and before the cut-off belongs to the evening before', () => {
  expect(instantOf('2026-11-20', '17:30', manila)).toBe('2026-11-20T09:30:00.000Z');
  expect(instantOf('2026-11-20', '02:00', bar)).toBe('2026-11-20T20:15:00.000Z');
});
