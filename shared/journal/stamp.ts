/*
 * A hybrid logical clock (Kulkarni et al., 2014) as text that compares as it sorts: 15 digits of milliseconds since
 * 1970, five hexadecimal digits that count within one, and the last eight of the writer: the first tell only its time.
 */

const counterEnd = 0x100000;

function stampOf(milliseconds: number, counter: number, writer: string): string {
  return `${String(milliseconds).padStart(15, '0')}-${counter.toString(16).padStart(5, '0')}-${writer.slice(-8)}`;
}

/** A stamp later than `last`, and never earlier than the clock: whoever saw `last` wins over it, whatever its clock says. */
export function nextStamp(last: string | null, nowMilliseconds: number, writer: string): string {
  const physical = Math.max(0, Math.trunc(nowMilliseconds));
  if (last === null) return stampOf(physical, 0, writer);
  const [milliseconds, counter] = [Number(last.slice(0, 15)), Number.parseInt(last.slice(16, 21), 16)];
  if (physical > milliseconds) return stampOf(physical, 0, writer);
  return counter + 1 < counterEnd
    ? stampOf(milliseconds, counter + 1, writer)
    : stampOf(milliseconds + 1, 0, writer);
}

/** The stamp of an entry that was made before entries had one. */
export function stampOfInstant(at: string, writer: string): string {
  return stampOf(Math.max(0, Date.parse(at) || 0), 0, writer);
}

/** Whether a text is a stamp: what another till sends is looked at before it is compared. */
export function isStamp(text: unknown): text is string {
  return typeof text === 'string' && /^\d{15}-[0-9a-f]{5}-[0-9a-f]{8}$/.test(text);
}
