import { genesisHash } from '../../../../shared/journal/chain.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { hashEntry } from '../../journal/index.ts';
import { hashInStream, hashesBefore } from './foreign-statements.ts';
import type { PulledEntry } from './types.ts';

/** Stands for a hash before an entry that this till does not know: what follows it cannot be checked here. */
const notKnown = new Uint8Array(0);

/**
 * The hash before an entry, and whether its own fits its content after it. An entry whose predecessor is not here is
 * taken as it is: the cloud has seen its whole stream.
 */
export function checkHash(tx: WritableDatabase, entry: PulledEntry): { previous: Uint8Array; fits: boolean } {
  const hash = Buffer.from(entry.hash, 'hex');
  const known = hashesInStream(tx, entry);
  // The first of its stream here may go on from another life of its register, or from one of this till's own.
  const place = { stream: entry.stream, streamSeq: entry.seq - 1 };
  const others = tx.all(hashesBefore, place).map((other) => other.hash);
  const previous = [...known, ...others].find((before) => fitsAfter(before, entry, hash));
  if (previous !== undefined) return { previous, fits: true };
  return { previous: known[0] ?? notKnown, fits: known.length === 0 };
}

/** Of whatever stands before the entry in its stream; of two copies of a till, either. */
function hashesInStream(tx: WritableDatabase, { stream, seq }: PulledEntry): Uint8Array[] {
  if (seq === 1) return [genesisHash];
  return [seq - 1, 1 - seq].flatMap((streamSeq) => {
    const row = tx.first(hashInStream, { stream, streamSeq });
    return row === undefined ? [] : [row.hash];
  });
}

type Hashed = Parameters<typeof hashEntry>[1];

/** Whether an entry's hash is the one that its content has after `previous`; so where that is not known. */
export function fitsAfter(previous: Uint8Array, entry: Hashed, hash: Uint8Array): boolean {
  return previous.length === 0 || Buffer.compare(hashEntry(previous, entry), hash) === 0;
}
