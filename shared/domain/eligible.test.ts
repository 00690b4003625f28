import { describe, expect, it } from 'vitest';
import { isWithinHours } from './eligible.ts';
import type { Hours } from './offers.ts';

const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('hours within a day', () => {
  const happy: Hours = { days: [MONDAY, FRIDAY], from: '17:00', until: '19:30' };

  it.each<[number, string, boolean]>([
    [FRIDAY, '16:59', false],
    [FRIDAY, '17:00', true],
    [FRIDAY, '19:29', true],
    [FRIDAY, '19:30', false],
    [SATURDAY, '18:00', false],
    [MONDAY, '18:00', true],
  ])('day %i, %s: %s', (day, time, expected) => {
    expect(isWithinHours(happy, day, at(time))).toBe(expected);
  });
});

describe('hours over midnight belong to the day on which they began', () => {
  const night: Hours = { days: [FRIDAY, SUNDAY], from: '22:00', until: '02:00' };

  it.each<[number, string, boolean]>([
    [FRIDAY, '21:59', false],
    [FRIDAY, '22:00', true],
    [FRIDAY, '23:59', true],
    [FRIDAY, '01:00', false],
    [SATURDAY, '00:00', true],
    [SATURDAY, '01:59', true],
    [SATURDAY, '02:00', false],
    [SATURDAY, '23:00', false],
    [SUNDAY, '01:00', false],
    [MONDAY, '01:00', true],
  ])('day %i, %s: %s', (day, time, expected) => {
    expect(isWithinHours(night, day, at(time))).toBe(expected);
  });
});

it('from a time to the same one is a whole day', () => {
  const dayLong: Hours = { days: [SATURDAY], from: '06:00', until: '06:00' };
  expect(isWithinHours(dayLong, SATURDAY, at('05:59'))).toBe(false);
  expect(isWithinHours(dayLong, SATURDAY, at('06:00'))).toBe(true);
  expect(isWithinHours(dayLong, SUNDAY, at('05:59'))).toBe(true);
  expect(isWithinHours(dayLong, SUNDAY, at('06:00'))).toBe(false);
});

it('every day from midnight to midnight is always', () => {
  const always: Hours = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' };
  for (let day = 1; day <= 7; day += 1) {
    for (let minute = 0; minute < 1440; minute += 1) {
      if (!isWithinHours(always, day, minute)) throw new Error(`not at ${day} ${minute}`);
    }
  }
});
