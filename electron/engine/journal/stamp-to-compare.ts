import { isStamp, stampOfInstant } from '../../../shared/journal/stamp.ts';
import type { StoredEntry } from './verify-chain.ts';

/**
 * By what an edit is compared with others of one field. One's own edits that are older than stamps come in their order
 * and before all others.
 */
export function stampToCompare({ seq, at, writer }: StoredEntry, { stamp }: Record<string, unknown>): string {
  if (isStamp(stamp)) return stamp;
  return seq > 0 ? '' : stampOfInstant(at, writer);
}
