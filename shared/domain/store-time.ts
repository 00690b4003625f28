import { wallClock } from './store-clock.ts';

/**
 * An instant (ISO, UTC, milliseconds) as the store's clocks show it, with six digits of the second and the offset:
 * `2026-11-21T03:06:30.828000+08:00`, or `…Z` where the clocks show UTC.
 */
export function storeTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  const second = Math.floor(ms / 1000) * 1000;
  const wall = wallClock(timeZone)(second);
  const time = new Date(wall + (ms - second)).toISOString().slice(0, -1);
  return `${time}000${offsetText((wall - second) / 60_000)}`;
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
