/** Of what entries say in one answer; one that is larger goes alone. */
const mostBytes = 4 * 1_048_576;

/** How many entries of these sizes, in bytes, one answer holds: at least one. */
export function countFitting(sizes: readonly number[]): number {
  let bytes = 0;
  const tooFar = sizes.findIndex((size) => (bytes += size) > mostBytes);
  return tooFar === -1 ? sizes.length : Math.max(tooFar, 1);
}
