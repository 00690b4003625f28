import { wallClock } from './store-clock.ts';

const DAY_MS = 86_400_000;
const DAYS_KEPT = 8192;

/** By time zone and day of UTC: the offset in milliseconds of all that day; null on a day on which it changes. */
const offsets = new Map<string, Map<number, number | null>>();

/**
 * An instant (ISO, UTC, milliseconds) as the store's clocks show it, with six digits of the second and the offset:
 * `2026-11-21T03:06:30.828000+08:00`, or `…Z` where the clocks show UTC.
 */
export function storeTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  const offset = offsetAt(ms, timeZone);
  return `${new Date(ms + offset).toISOString().slice(0, -1)}000${offsetText(offset / 60_000)}`;
}

function offsetAt(ms: number, timeZone: string): number {
  let days = offsets.get(timeZone);
  if (days === undefined || days.size >= DAYS_KEPT) offsets.set(timeZone, (days = new Map()));
  const day = Math.floor(ms / DAY_MS);
  let known = days.get(day);
  if (known === undefined) {
    const first = readOffset(day * DAY_MS, timeZone);
    known = first === readOffset((day + 1) * DAY_MS, timeZone) ? first : null;
    days.set(day, known);
  }
  return known ?? readOffset(ms, timeZone);
}

function readOffset(ms: number, timeZone: string): number {
  const second = Math.floor(ms / 1000) * 1000;
  return wallClock(timeZone)(second) - second;
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const whole = Math.abs(Math.trunc(minutes));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** An instant with six digits of the second, in UTC: `2026-11-20T19:06:30.828000`; no zone is said. */
export function utcTimeWithoutZone(instant: string): string {
  return `${instant.slice(0, -1)}000`;
}
