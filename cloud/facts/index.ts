import type { Tx } from '../db/tx.ts';
import type { WireEntry } from '../../shared/sync/protocol.ts';

/** Why an entry is kept for review: a code, and the same in plain words. */
export type ReviewReason = { reason: string; message: string };

/** An entry that a push brought and that no other stream had brought before. */
export type ArrivedEntry = WireEntry & {
  stream: string;
  registerId: string;
  position: number;
  /** ISO 8601. */
  receivedAt: string;
  /** The body, read; undefined where it is not JSON. */
  content: unknown;
  /** Null: it counts as it is. */
  review: ReviewReason | null;
};

/** What is wrong with an entry by itself; null when nothing is. */
export function judge(_entry: ArrivedEntry): ReviewReason | null {
  return null;
}

/**
 * Counts entries into the tables of reports, in the transaction of their push, which holds the store's row locked. Comes
 * before the entries themselves are written, so that it may still set the `review` of one.
 */
export async function countFacts(
  _tx: Tx,
  _storeId: string,
  _entries: readonly ArrivedEntry[],
): Promise<void> {
  await Promise.resolve();
}
