import type { Failure } from '../../../shared/domain/result.ts';

/** Milliseconds. */
const firstDelay = 1_000;
export const longestDelay = 60_000;

/**
 * How long to wait after so many attempts that failed, in milliseconds: full jitter from a second to a minute; no sooner
 * than the cloud asked for. `chance`: two random bytes.
 */
export function delayAfter(attempts: number, chance: Uint8Array, { details }: Failure): number {
  const most = Math.min(longestDelay, firstDelay * 2 ** Math.min(attempts - 1, 10));
  const share = ((chance[0] ?? 0) * 256 + (chance[1] ?? 0)) / 65_536;
  const asked = details?.['retryAfter'];
  return Math.max(Math.round(share * most), typeof asked === 'number' ? asked : 0);
}
