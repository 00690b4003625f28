/** How many rows were through at a moment of the steady clock. */
export type Sample = { rows: number; at: number };

const keptMilliseconds = 3_000;

/** The samples of the last three seconds, with the newest. */
export function addSample(samples: readonly Sample[], newest: Sample): Sample[] {
  return [...samples.filter(({ at }) => newest.at - at <= keptMilliseconds), newest];
}

/** Whole rows per second over the samples; null while that cannot be said. */
export function rowsPerSecond(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < 200) return null;
  return Math.round(((last.rows - first.rows) * 1000) / (last.at - first.at));
}
