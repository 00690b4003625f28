import { businessDay, type BusinessDay } from '../../../shared/domain/business-date.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { Dashboard } from './sum-dashboard.ts';

/** The dashboard as of now: today and the week since Monday are business dates of the store. */
export function readDashboard(context: EngineContext): Promise<Dashboard> {
  const now = instantOf(context.clock.now());
  const dayAt = (instant: string): BusinessDay => {
    const { timeZone, dayCutOff } = context.settings().shop;
    return businessDay(instant, timeZone, dayCutOff);
  };
  const today = dayAt(now);
  let monday = today;
  while (weekdayOf(monday.date) !== 1) monday = dayAt(instantOf(monday.startMs - 1));
  return context.readInWorker('sumDashboard', {
    now,
    today: today.date,
    todayBegan: instantOf(today.startMs),
    monday: monday.date,
    weekBegan: instantOf(monday.startMs),
  });
}

/** 1 for Monday. Day 0 of the calendar that computers count by was a Thursday. */
function weekdayOf(date: string): number {
  return ((Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 3) % 7) + 1;
}
