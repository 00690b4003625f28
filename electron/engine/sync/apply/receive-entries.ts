import { instantOf } from '../../clock.ts';
import type { EngineContext } from '../../context.ts';
import type { WritableDatabase } from '../../db/database.ts';
import {
  hashPersonalPart,
  insertEntry,
  insertPart,
  tellsOfErased,
  witnessStamp,
} from '../../journal/index.ts';
import { applyEntry } from './apply-entry.ts';
import { checkHash } from './check-hash.ts';
import {
  codeOfStream,
  countWaiting,
  hashInStream,
  lowestSeq,
  putWaiting,
  seqOfOp,
} from './foreign-statements.ts';
import { readEntry, type RawEntry } from './read-entry.ts';
import { retryWaiting } from './retry-waiting.ts';
import type { ForeignEntry, Outcome, PulledEntry } from './types.ts';

/** `repeated`: known already, by their ids. `waiting`: how many entries wait now, those of earlier pages among them. */
export type Received = { stored: number; applied: number; repeated: number; waiting: number };

/**
 * Takes a page of other tills' entries into the books, in the caller's transaction, which moves the cursor too: keeps
 * each, lets it take effect, and tries again what waited for it. Nothing that an entry holds makes this fail. After the
 * commit the caller calls `afterReceiving`.
 */
export function receiveEntries(
  context: EngineContext,
  tx: WritableDatabase,
  entries: readonly PulledEntry[],
): Received {
  const received = { stored: 0, applied: 0, repeated: 0 };
  const since = instantOf(context.clock.now());
  const codes = new Map<string, string>();
  let seq = Math.min(0, tx.first(lowestSeq)?.seq ?? 0);
  let newestStamp = '';
  for (const pulled of entries) {
    if (tx.first(seqOfOp, { opId: pulled.opId }) !== undefined) {
      received.repeated += 1;
      continue;
    }
    seq -= 1;
    const registerCode = codes.get(pulled.stream) ?? tx.first(codeOfStream, pulled)?.code ?? 'T?';
    codes.set(pulled.stream, registerCode);
    const entry = storeEntry(tx, pulled, seq, registerCode);
    received.stored += 1;
    if (entry !== null && entry.stamp > newestStamp) newestStamp = entry.stamp;
    const outcome: Outcome = entry === null ? 'unknown' : applyEntry(context, tx, entry);
    if (outcome === 'applied') received.applied += 1;
    else if (outcome !== 'no-effect') tx.run(putWaiting, { seq, because: outcome, since });
  }
  if (newestStamp !== '') witnessStamp(tx, newestStamp);
  if (received.stored > 0) received.applied += retryWaiting(context, tx, 'waits');
  return { ...received, waiting: tx.first(countWaiting)?.count ?? 0 };
}

/**
 * The entry's place in its stream; below zero where another entry has it: two copies of a till wrote in one stream, and a
 * cloud that was restored in between was told of either. Null where that is taken too.
 */
function freePlace(tx: WritableDatabase, stream: string, seq: number): number | null {
  const places = [seq, 0 - seq];
  return places.find((streamSeq) => tx.first(hashInStream, { stream, streamSeq }) === undefined) ?? null;
}

/** Keeps an entry as it came; null where nothing can come of it, because it is not what it claims to be. */
function storeEntry(
  tx: WritableDatabase,
  pulled: PulledEntry,
  seq: number,
  registerCode: string,
): ForeignEntry | null {
  const { stream, position, opId, writer, kind, v, at, businessDate, actor, body } = pulled;
  const { previous, fits } = checkHash(tx, pulled);
  const header = { seq, opId, writer, kind, v, at, businessDate, actor, body };
  const hash = Buffer.from(pulled.hash, 'hex');
  const streamSeq = freePlace(tx, stream, pulled.seq);
  tx.run(insertEntry, { ...header, previous, hash, stream, streamSeq, position });
  const raw: RawEntry = { ...header, stream, streamSeq: pulled.seq, position, registerCode, part: null };
  const entry = fits ? readEntry(raw) : null;
  if (entry === null || pulled.personal === null) return entry;
  const salt = Buffer.from(pulled.personal.salt, 'base64url');
  const { part } = pulled.personal;
  const isKept =
    hashPersonalPart(salt, part) === entry.body['personalHash'] && !tellsOfErased(tx, entry.body);
  if (!isKept) return entry;
  tx.run(insertPart, { seq, salt, part });
  return readEntry({ ...raw, part });
}

/** What has to follow the commit of a page: the settings in force may be other ones. */
export function afterReceiving(context: EngineContext): void {
  context.reloadSettings();
}
