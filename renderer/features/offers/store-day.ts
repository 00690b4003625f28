import { businessDate } from '../../../shared/domain/business-date.ts';

/** What the shop calls a day: its time zone, and when one day ends (`HH:MM`). */
export type StoreClock = { timeZone: string; dayCutOff: string };

const hour = 3_600_000;

/** The instant at which a day (`2026-11-20`) of the shop begins, in UTC. */
export function startOfDay(date: string, { timeZone, dayCutOff }: StoreClock): string {
  let before = Date.parse(`${date}T00:00:00Z`) - 40 * hour;
  let since = before + 80 * hour;
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (businessDate(new Date(middle).toISOString(), timeZone, dayCutOff) < date) before = middle;
    else since = middle;
  }
  return new Date(since).toISOString();
}

/** The instant at which a day of the shop is over, which is when the next begins. */
export function endOfDay(date: string, clock: StoreClock): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
  return startOfDay(next, clock);
}

/** The shop's day to which an instant belongs. */
export function dayOf(instant: string, { timeZone, dayCutOff }: StoreClock): string {
  return businessDate(instant, timeZone, dayCutOff);
}

/** The last day of something that ends at an instant: one that ends as a day begins ended the day before. */
export function lastDayOf(end: string, clock: StoreClock): string {
  return dayOf(new Date(Date.parse(end) - 1).toISOString(), clock);
}

/** What the shop's clocks show, on a day, so many minutes after midnight; those before the cut-off come a night later. */
export function instantOf(date: string, time: string, clock: StoreClock): string {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const since = (minutes(time) - minutes(clock.dayCutOff) + 24 * 60) % (24 * 60);
  return new Date(Date.parse(startOfDay(date, clock)) + since * 60_000).toISOString();
}
