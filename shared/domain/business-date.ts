import { wallClock } from './store-clock.ts';

/** From its first millisecond (since 1970) up to before `endMs`. */
export type BusinessDay = { date: string; startMs: number; endMs: number };
type Calendar = { wallOf: (ms: number) => number; cutOffMs: number; days: Map<number, BusinessDay[]> };

const DAY_MS = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAYS_KEPT = 8192;

const calendars = new Map<string, Calendar>();

/**
 * The business date (`YYYY-MM-DD`) of an instant: the day in the store's time zone, which runs from one cut-off
 * (`HH:MM`) to the next. Where the clocks skip the cut-off the day starts when they jump; where they show it twice it
 * starts the first time, so a later instant never has an earlier date. `instantIso` needs its `Z` or offset.
 * Throws RangeError for anything that is no instant, zone or time of day.
 */
export function businessDate(instantIso: string, timeZone: string, dayCutOff: string): string {
  return businessDay(instantIso, timeZone, dayCutOff).date;
}

/** The business date of an instant, with its bounds. Throws as `businessDate` does. */
export function businessDay(instantIso: string, timeZone: string, dayCutOff: string): BusinessDay {
  const ms = INSTANT.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instantIso}`);
  const calendar = calendarOf(timeZone, dayCutOff);
  const slot = Math.floor(ms / DAY_MS);
  const known = calendar.days.get(slot)?.find((day) => ms >= day.startMs && ms < day.endMs);
  if (known) return known;
  const day = dayOf(ms, calendar);
  if (calendar.days.size >= DAYS_KEPT) calendar.days.clear();
  const inSlot = calendar.days.get(slot);
  if (inSlot) inSlot.push(day);
  else calendar.days.set(slot, [day]);
  return day;
}

function calendarOf(timeZone: string, dayCutOff: string): Calendar {
  const key = `${dayCutOff} ${timeZone}`;
  let calendar = calendars.get(key);
  if (!calendar) {
    const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(dayCutOff) ?? [];
    if (!hours || !minutes) throw new RangeError(`Not a time of day: ${dayCutOff}`);
    const cutOffMs = (Number(hours) * 60 + Number(minutes)) * 60_000;
    calendar = { wallOf: wallClock(timeZone), cutOffMs, days: new Map() };
    calendars.set(key, calendar);
  }
  return calendar;
}

function dayOf(ms: number, calendar: Calendar): BusinessDay {
  const wall = calendar.wallOf(ms);
  let midnight = Math.floor((wall - calendar.cutOffMs) / DAY_MS) * DAY_MS;
  let endMs = startOf(midnight + DAY_MS, calendar);
  while (endMs <= ms) {
    midnight += DAY_MS;
    endMs = startOf(midnight + DAY_MS, calendar);
  }
  const date = isoDate(midnight);
  return { date, startMs: startOf(midnight, calendar), endMs };
}

/** The first instant at which the clocks show the cut-off of the day, or have jumped over it. */
function startOf(midnight: number, { wallOf, cutOffMs }: Calendar): number {
  const target = midnight + cutOffMs;
  const offsetAt = (ms: number) => wallOf(ms) - ms;
  const before = offsetAt(target - 2 * DAY_MS);
  const after = offsetAt(target + 2 * DAY_MS);
  const candidates = [target - before, target - after].sort((a, b) => a - b);
  const shown = candidates.find((ms) => wallOf(ms) === target);
  if (shown !== undefined) return shown;
  let low = target - 2 * DAY_MS;
  let high = target + 2 * DAY_MS;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function isoDate(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
}
