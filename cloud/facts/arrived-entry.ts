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
