import { stepDate } from '../../ui/step-date.ts';

/** Which sales by day; the days are business dates. */
export type Period = 'all' | 'today' | 'yesterday' | 'week' | 'month' | 'chosen';
export type Days = { from?: string; to?: string };

/** The first and the last day of a period; both are in it. What is not set is not limited. */
export function daysOf(period: Period, today: string, chosen: Days): Days {
  switch (period) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: stepDate(today, -1), to: stepDate(today, -1) };
    case 'week':
      return { from: stepDate(today, -6), to: today };
    case 'month':
      return { from: stepDate(today, -29), to: today };
    case 'chosen':
      return chosen;
  }
}
