import { createHash } from 'node:crypto';

/** The id of the review of an entry: a UUID of version 8 that follows from where the entry stands. */
export function reviewIdOf(stream: string, seq: number): string {
  const hex = createHash('sha256').update(`review ${stream} ${seq}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
