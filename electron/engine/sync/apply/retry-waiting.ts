import type { EngineContext } from '../../context.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { applyEntry } from './apply-entry.ts';
import { fitsAfter } from './check-hash.ts';
import { codeOfStream, dropWaiting, waitFor, waitingEntries } from './foreign-statements.ts';
import { readEntry } from './read-entry.ts';
import type { ForeignEntry, Outcome } from './types.ts';

type WaitingRow = NonNullable<(typeof waitingEntries)['row']>;

/**
 * Tries entries again that could not take effect, in the order of their arrival, until nothing more moves; answers how
 * many did. `waits` after every page; `unknown` at a start, since a newer program may know them.
 */
export function retryWaiting(
  context: EngineContext,
  tx: WritableDatabase,
  because: 'waits' | 'unknown',
): number {
  let applied = 0;
  let waiting = tx.all(waitingEntries, { because });
  for (;;) {
    const left = waiting.filter((row) => {
      const outcome = tryAgain(context, tx, row);
      if (outcome === 'applied') applied += 1;
      return outcome === 'waits';
    });
    if (left.length === 0 || left.length === waiting.length) return applied;
    waiting = left;
  }
}

function tryAgain(context: EngineContext, tx: WritableDatabase, row: WaitingRow): Outcome {
  const entry = entryOf(tx, row);
  const outcome = entry === null ? 'unknown' : applyEntry(context, tx, entry);
  if (outcome === 'applied' || outcome === 'no-effect') tx.run(dropWaiting, { seq: row.seq });
  else if (outcome !== row.because) tx.run(waitFor, { seq: row.seq, because: outcome });
  return outcome;
}

function entryOf(tx: WritableDatabase, row: WaitingRow): ForeignEntry | null {
  const { op_id: opId, writer, kind, v, at, business_date: businessDate, actor, body, stream, part } = row;
  const streamSeq = Math.abs(row.stream_seq ?? 0);
  const header = { opId, writer, kind, v, at, businessDate, actor, body };
  if (row.stream_seq !== null && !fitsAfter(row.prev_hash, { ...header, seq: streamSeq }, row.hash))
    return null;
  const registerCode = tx.first(codeOfStream, { stream })?.code ?? 'T?';
  return readEntry({
    ...header,
    seq: row.seq,
    stream,
    streamSeq,
    position: row.position,
    registerCode,
    part,
  });
}
