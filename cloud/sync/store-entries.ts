import { sql } from 'kysely';
import type { PushAnswer } from '../../shared/sync/protocol.ts';
import { arrayText } from '../db/array-text.ts';
import type { Tx } from '../db/tx.ts';
import { countFacts, type ArrivedEntry, type ReviewReason } from '../facts/index.ts';
import { insertEntries, type StoredEntry } from './insert-entries.ts';
import type { Stream } from './lock-stream.ts';
import type { ProvedEntry } from './prove-entries.ts';

/**
 * Writes entries that go on where a locked stream ends, counts them, and moves the stream and the store on. The store's
 * row is locked from here to the commit, so that positions become visible in their order.
 */
export async function storeEntries(
  tx: Tx,
  of: { stream: Stream; receivedAt: string; mark: number },
  entries: readonly ProvedEntry[],
): Promise<Pick<PushAnswer, 'last' | 'head' | 'epoch' | 'forReview'>> {
  const { stream, receivedAt, mark } = of;
  const { store_id: storeId, id, register_id: registerId } = stream;
  const { position: newest, epoch } = await tx
    .updateTable('stores')
    .set((eb) => ({ position: eb('position', '+', entries.length), mark }))
    .where('id', '=', storeId)
    .returning(['position', 'epoch'])
    .executeTakeFirstOrThrow();
  const known = await findKnown(tx, storeId, entries);
  const arrived: ArrivedEntry[] = [];
  const all = entries.map((entry, at) => {
    const position = newest - entries.length + 1 + at;
    const first = known.get(entry.opId);
    if (first !== undefined && isSame(first, entry)) return { ...entry, position, arrived: null };
    const { problem, ...rest } = entry;
    const review = problem ?? (first === undefined ? null : idReused);
    const one: ArrivedEntry = { ...rest, stream: id, registerId, position, receivedAt, review };
    known.set(entry.opId, entry);
    arrived.push(one);
    return { ...entry, position, arrived: one };
  });
  await countFacts(tx, storeId, arrived);
  // The detachable part of a repeat stands with its first arrival, where it can be erased.
  const stored = all.map(({ arrived: one, ...entry }): StoredEntry => ({
    ...entry,
    personal: one?.personal ?? null,
    state: stateOf(one),
  }));
  await insertEntries(tx, { storeId, stream: id, receivedAt, mark }, stored);
  const { seq: last, hash: head } = stored.at(-1) ?? { seq: stream.last, hash: stream.head };
  await tx
    .updateTable('streams')
    .set({ last, head })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .execute();
  return { last, head, epoch, forReview: arrived.filter(({ review }) => review !== null).length };
}

type Content = Pick<ProvedEntry, 'kind' | 'v' | 'writer' | 'at' | 'body'>;

const idReused: ReviewReason = {
  reason: 'id-reused',
  message: 'This entry has the id of another one that says something else.',
};

/** What arrived first of the ids of these entries. */
async function findKnown(
  tx: Tx,
  storeId: string,
  entries: readonly ProvedEntry[],
): Promise<Map<string, Content>> {
  const { rows } = await sql<Content & { opId: string }>`
    select op_id as "opId", kind, v, writer, at, body from entries
    where store_id = ${storeId} and op_id = any(${arrayText(entries.map(({ opId }) => opId))}::uuid[]) and state <> 'repeat'
    order by position desc`.execute(tx);
  return new Map(rows.map((row) => [row.opId, row]));
}

function isSame(first: Content, entry: Content): boolean {
  return (
    first.body === entry.body &&
    first.kind === entry.kind &&
    first.v === entry.v &&
    first.at === entry.at &&
    first.writer === entry.writer
  );
}

function stateOf(arrived: ArrivedEntry | null): StoredEntry['state'] {
  if (arrived === null) return 'repeat';
  return arrived.review === null ? 'counted' : 'review';
}
