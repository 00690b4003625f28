import { expect, test } from 'vitest';
import { fillDays } from './fill-days.ts';

const used = (date: string) => ({ date, uses: 1, discountMinor: 500 });

test('days without a use stand between those with one, and a week at least is shown', () => {
  expect(fillDays([])).toEqual([]);
  const week = fillDays([used('2026-11-20')]);
  expect(week).toHaveLength(7);
  expect(week[0]).toEqual({ date: '2026-11-14', uses: 0, discountMinor: 0 });
  expect(week.at(-1)).toEqual(used('2026-11-20'));
  const days = fillDays([used('2026-11-20'), used('2026-11-10')]).map(({ date, uses }) => [date, uses]);
  expect(days).toHaveLength(11);
  expect(days.filter(([, uses]) => uses === 1)).toEqual([
    ['2026-11-10', 1],
    ['2026-11-20', 1],
  ]);
});

test('of a long time the newest days are shown', () => {
  const days = fillDays([used('2020-01-01'), used('2026-11-20')]);
  expect(days).toHaveLength(120);
  expect(days.at(-1)?.date).toBe('2026-11-20');
});
