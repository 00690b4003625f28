import { expect, test } from 'vitest';
import { fillHours, hourText } from './fill-hours.ts';

const sold = (hour: number) => ({ hour, ordersCount: 1, totalMinor: 100 });

test('leaves no hour out and widens a short day to eight', () => {
  const filled = fillHours([sold(9), sold(11)]);
  expect(filled.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
  expect(filled.map(({ totalMinor }) => totalMinor)).toEqual([0, 0, 100, 0, 100, 0, 0, 0]);
});

test('stays inside the day at either end', () => {
  expect(fillHours([sold(23)]).map(({ hour }) => hour)).toEqual([16, 17, 18, 19, 20, 21, 22, 23]);
  expect(fillHours([sold(0)]).map(({ hour }) => hour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(fillHours([sold(0), sold(23)])).toHaveLength(24);
  expect(fillHours([])).toHaveLength(8);
});

test('writes an hour from its beginning to its end', () => {
  expect(hourText(9)).toBe('09–10');
  expect(hourText(23)).toBe('23–00');
});
