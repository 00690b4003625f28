/** Which sales by day; the days are business dates. */
export type Period = 'all' | 'today' | 'yesterday' | 'week' | 'month' | 'chosen';
export type Days = { from?: string; to?: string };

const dayMilliseconds = 86_400_000;

/** The date so many days before or after. */
export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** The first and the last day of a period; both are in it. What is not set is not limited. */
export function daysOf(period: Period, today: string, chosen: Days): Days {
  switch (period) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: shiftDay(today, -1), to: shiftDay(today, -1) };
    case 'week':
      return { from: shiftDay(today, -6), to: today };
    case 'month':
      return { from: shiftDay(today, -29), to: today };
    case 'chosen':
      return chosen;
  }
}
