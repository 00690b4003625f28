import type { Settings } from '../../../shared/api/settings.ts';
import { businessDate } from '../../../shared/domain/business-date.ts';
import { expiringPoints, monthsBefore, type LedgerEntry } from '../../../shared/domain/points.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { changesOfCustomer } from './expiry-statements.ts';

/**
 * How many of a customer's points expire next, and on which business date, if they are not used before; null when none
 * ever do. `today` is the business date now.
 */
export function nextExpiry(
  db: ReadableDatabase,
  customerRowId: number,
  { points: { expiryMonths }, shop: { timeZone, dayCutOff } }: Settings,
  today: string,
): { points: number; on: string } | null {
  if (expiryMonths === 0) return null;
  const entries = db
    .all(changesOfCustomer, { customerRowId })
    .map((entry) => ({ ...entry, at: businessDate(entry.at, timeZone, dayCutOff) }));
  const oldest = oldestUnused(entries);
  if (oldest === null) return null;
  const due = dayOfExpiry(oldest, expiryMonths);
  const on = due > today ? due : today;
  return { points: expiringPoints(entries, monthsBefore(on, expiryMonths)), on };
}

/** The date of the oldest points that are not used, first in, first out: the later the date, the more are up to it. */
function oldestUnused(entries: readonly LedgerEntry[]): string | null {
  const dates = [...new Set(entries.map(({ at }) => at))].sort();
  let [from, to] = [0, dates.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (expiringPoints(entries, dayAfter(dates[middle] ?? '')) > 0) to = middle;
    else from = middle + 1;
  }
  return dates[from] ?? null;
}

/** The first date from which points of this one are older than so many months. */
function dayOfExpiry(given: string, months: number): string {
  let day = monthsBefore(given, -months);
  while (monthsBefore(day, months) <= given) day = dayAfter(day);
  return day;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
