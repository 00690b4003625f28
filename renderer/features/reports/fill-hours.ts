import type { DayReport } from '../../../shared/api/reports.ts';

type Hour = DayReport['byHour'][number];

const fewest = 8;

/** The hours between the first and the last with a sale, none left out, and at least eight so that bars look like bars. */
export function fillHours(hours: readonly Hour[]): Hour[] {
  const known = new Map(hours.map((hour) => [hour.hour, hour]));
  let from = Math.min(...known.keys(), 23);
  let to = Math.max(...known.keys(), 0);
  if (known.size === 0) [from, to] = [8, 15];
  while (to - from + 1 < fewest) {
    if (to < 23) to += 1;
    if (to - from + 1 < fewest && from > 0) from -= 1;
  }
  return Array.from(
    { length: to - from + 1 },
    (_, index) => known.get(from + index) ?? { hour: from + index, ordersCount: 0, totalMinor: 0 },
  );
}

/** `09–10`, the clock's hour from its beginning to its end. */
export function hourText(hour: number): string {
  const text = (value: number) => String(value % 24).padStart(2, '0');
  return `${text(hour)}–${text(hour + 1)}`;
}
