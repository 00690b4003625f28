import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import { forgetSnapshots } from '../snapshots/forget-snapshots.ts';
import type { ArrivedEntry } from './arrived-entry.ts';
import { erasedAmong, noteErased } from './erased-people.ts';
import { idsOf, loginsOf, peopleOf } from './people-of.ts';
import { recordsOf, type MergedPair } from './records-of.ts';
import { readContent } from './stored-entry.ts';

/**
 * Erasure wins over everything: empties the detachable parts of whoever is erased now, with all records and logins of
 * theirs, in what is stored, and of all who ever were in what arrives, in whatever order. Snapshots of tills that did
 * not know of it yet go too.
 */
export async function forgetErased(tx: Tx, storeId: string, entries: readonly ArrivedEntry[]): Promise<void> {
  for (const erasing of await erasuresIn(tx, storeId, entries)) {
    const position = erasing.entry.position;
    await forgetPeople(tx, storeId, { ...erasing, position });
    await forgetSnapshots(tx, storeId, (rows) => rows.where('position', '<', position));
  }
  const withPart = entries.filter(({ personal }) => personal !== null);
  const contents = withPart.map(({ content }) => content);
  const gone = await erasedAmong(tx, storeId, contents.flatMap(idsOf));
  const logins = loginsOf(contents, gone).filter((id) => !gone.has(id));
  await forgetLogins(tx, storeId, { logins, position: 0 });
  for (const id of logins) gone.add(id);
  for (const entry of withPart) if (idsOf(entry.content).some((id) => gone.has(id))) entry.personal = null;
}

type Erasing = { entry: ArrivedEntry; records: string[] };

/** What erases somebody: the word itself, and a merge with somebody erased: it is the same person, who asked for it. */
async function erasuresIn(tx: Tx, storeId: string, entries: readonly ArrivedEntry[]): Promise<Erasing[]> {
  const sound = entries.filter(({ review }) => review === null);
  const merges = sound.filter(({ kind }) => kind === 'customer.merged');
  const pairs = merges.flatMap(({ content }) => pairOf(content));
  const gone = await erasedAmong(
    tx,
    storeId,
    pairs.flatMap(({ customerId, mergedId }) => [customerId, mergedId]),
  );
  const erasing: Erasing[] = [];
  for (const entry of sound.filter(({ kind }) => kind === 'customer.erased' || kind === 'customer.merged')) {
    const isMerge = entry.kind === 'customer.merged';
    const named = isMerge
      ? pairOf(entry.content).flatMap((pair) => Object.values(pair))
      : idsOf(entry.content);
    if (isMerge && !named.some((id) => gone.has(id))) continue;
    erasing.push({ entry, records: await recordsOf(tx, storeId, named, pairs) });
  }
  return erasing;
}

async function forgetPeople(
  tx: Tx,
  storeId: string,
  { records, position }: { records: readonly string[]; position: number },
): Promise<void> {
  if (records.length === 0) return;
  const told = await emptyParts(tx, storeId, 'customerId', records);
  await noteErased(tx, storeId, { ids: records, position });
  await forgetLogins(tx, storeId, { logins: loginsOf(told, new Set(records)), position });
}

async function forgetLogins(
  tx: Tx,
  storeId: string,
  { logins, position }: { logins: readonly string[]; position: number },
): Promise<void> {
  if (logins.length === 0) return;
  await emptyParts(tx, storeId, 'accountId', logins);
  const names = tx.deleteFrom('counted_names').where('store_id', '=', storeId).where('kind', '=', 'account');
  await names.where('id', 'in', logins).execute();
  await noteErased(tx, storeId, { ids: logins, position });
}

/** Empties the parts of all entries whose body names one of these; answers with what those bodies say. */
async function emptyParts(
  tx: Tx,
  storeId: string,
  field: 'customerId' | 'accountId',
  ids: readonly string[],
): Promise<unknown[]> {
  const texts = ids.map((id) => `"${field}":${JSON.stringify(id)}`);
  const { rows } = await sql<{ body: string }>`update entries set salt = null, part = null
    where store_id = ${storeId} and part is not null
      and exists (select 1 from unnest(${texts}::text[]) as named (text) where position(named.text in entries.body) > 0)
    returning body`.execute(tx);
  return rows.map(({ body }) => readContent(body));
}

function pairOf(content: unknown): MergedPair[] {
  const { customerId } = peopleOf(content);
  const { customerId: mergedId } = peopleOf({ customerId: (content as { mergedId?: unknown }).mergedId });
  return customerId === null || mergedId === null ? [] : [{ customerId, mergedId }];
}
