const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const clocks = new Map<string, (ms: number) => number>();

/**
 * What the store's clocks show at an instant (in milliseconds): `weekday` 1 (Monday) to 7 and the minutes since
 * midnight. Throws RangeError for a time zone that does not exist.
 */
export function storeClock(instantMs: number, timeZone: string): { weekday: number; minuteOfDay: number } {
  const wall = wallClock(timeZone)(instantMs);
  const days = Math.floor(wall / DAY_MS);
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = ((((days + 3) % 7) + 7) % 7) + 1;
  return { weekday, minuteOfDay: Math.floor((wall - days * DAY_MS) / MINUTE_MS) };
}

/** What the clocks of a zone show, as if it were UTC, in milliseconds. */
export function wallClock(timeZone: string): (ms: number) => number {
  const known = clocks.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const shape = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;
  const clock = (ms: number) => {
    const [, month, day, year, hour, minute, second] = (shape.exec(format.format(ms)) ?? []).map(Number);
    if (!month || !day || !year) throw new RangeError(`Outside the calendar: ${ms}`);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  clocks.set(timeZone, clock);
  return clock;
}
