/** Milliseconds until the next try after so many failures in a row: 1 s, doubling, at most 30 s. */
export function nextDelay(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 10));
}
