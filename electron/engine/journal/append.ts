import { canonicalText, genesisHash } from '../../../shared/journal/chain.ts';
import { editKinds, entryVersions, type EntryBodies, type EntryKind } from '../../../shared/journal/kinds.ts';
import { instantOf } from '../clock.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import type { EngineContext } from '../context.ts';
import { hashEntry, hashPersonalPart } from './hash.ts';
import { insertEntry, insertPart } from './insert-statements.ts';
import { takeStamp } from './stamps.ts';

export type NewEntry<Kind extends EntryKind> = {
  kind: Kind;
  body: EntryBodies[Kind];
  /** The account that acts, or `system`. */
  actor: string;
  /** Personal fields: stored beside the chain, so that they can be erased. */
  personal?: Record<string, unknown>;
};

/** `stamp`: of an edit; empty for a fact. */
export type Appended = {
  seq: number;
  opId: string;
  hash: Uint8Array;
  at: string;
  businessDate: string;
  stamp: string;
};

const head = query()((b) =>
  b.selectFrom('journal').select(['seq', 'hash']).where('seq', '>', 0).orderBy('seq', 'desc').limit(1),
);

/** Adds one entry to the chain, inside the transaction of what it tells. */
export function append<Kind extends EntryKind>(
  context: EngineContext,
  tx: WritableDatabase,
  entry: NewEntry<Kind>,
): Appended {
  const last = tx.first(head);
  const previous = last?.hash ?? genesisHash;
  const salt = entry.personal === undefined ? undefined : context.ids.bytes(16);
  const part = entry.personal === undefined ? undefined : canonicalText(entry.personal);
  const stamp = editKinds.has(entry.kind) ? takeStamp(context, tx) : '';
  const body = {
    ...entry.body,
    ...(stamp === '' ? {} : { stamp }),
    ...(salt === undefined || part === undefined ? {} : { personalHash: hashPersonalPart(salt, part) }),
  };
  const at = instantOf(context.clock.now());
  const chained = {
    seq: (last?.seq ?? 0) + 1,
    opId: context.ids.uuid(),
    writer: context.identity().writer,
    kind: entry.kind,
    v: entryVersions[entry.kind],
    at,
    businessDate: context.businessDateOf(at),
    actor: entry.actor,
    body: canonicalText(body),
  };
  const hash = hashEntry(previous, chained);
  tx.run(insertEntry, { ...chained, previous, hash, stream: null, streamSeq: null, position: null });
  if (salt !== undefined && part !== undefined) tx.run(insertPart, { seq: chained.seq, salt, part });
  return { seq: chained.seq, opId: chained.opId, hash, at, businessDate: chained.businessDate, stamp };
}
