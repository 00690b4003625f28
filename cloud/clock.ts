/** The cloud's only source of time. `now` is milliseconds since 1970 UTC; `after` runs work later and can be cancelled. */
export type Clock = {
  now(): number;
  after(milliseconds: number, work: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** An instant as it is stored and sent: ISO 8601, UTC, milliseconds. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
