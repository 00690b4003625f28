import type { PullAnswer } from '../../../../shared/sync/protocol.ts';
import type { EngineContext } from '../../context.ts';
import type { WritableDatabase } from '../../db/database.ts';

/** An entry of another stream as the cloud hands it out. */
export type PulledEntry = Omit<PullAnswer['entries'][number], 'mark'>;

/** An entry of another stream as it stands in the journal, its texts parsed. */
export type ForeignEntry = {
  /** Below zero: its place in the order of arrival. */
  seq: number;
  stream: string;
  /** Its number in that stream. */
  streamSeq: number;
  position: number;
  opId: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  businessDate: string;
  actor: string;
  body: Record<string, unknown>;
  /** The detachable part; null where the entry has none, or where it was erased. */
  personal: Record<string, unknown> | null;
  /** By which edits are ordered: the body's own, or one made from `at` for entries that are older than stamps. */
  stamp: string;
  /** The register that made it, such as `T2`; `T?` while this till has not heard of it. */
  registerCode: string;
};

/**
 * `waits`: what it refers to is not here yet. `unknown`: of a newer program, or not what it claims to be. Both are kept
 * and tried again.
 */
export type Outcome = 'applied' | 'no-effect' | 'waits' | 'unknown';

/**
 * Writes what one kind of entry says. It decides nothing that the order of arrival could change, and refuses nothing: the
 * till that made the entry has decided.
 */
export type Apply = (context: EngineContext, tx: WritableDatabase, entry: ForeignEntry) => Outcome;
