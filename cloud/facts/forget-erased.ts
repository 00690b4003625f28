import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { ArrivedEntry } from './arrived-entry.ts';
import { readContent } from './stored-entry.ts';

/**
 * Erasure wins over everything: empties the detachable parts of the customers that are erased now, and of their logins,
 * in what is stored, and of all who ever were in what arrives, in whatever order.
 */
export async function forgetErased(tx: Tx, storeId: string, entries: readonly ArrivedEntry[]): Promise<void> {
  for (const entry of entries.filter(isErasure)) {
    const { customerId } = peopleOf(entry.content);
    if (customerId !== null) await erase(tx, storeId, customerId, entries);
  }
  const withPart = entries.filter(({ personal }) => personal !== null);
  const people = withPart.flatMap(({ content }) => idsOf(content));
  if (people.length === 0) return;
  const erased = await tx
    .selectFrom('erased_people')
    .select('id')
    .where('store_id', '=', storeId)
    .where(sql<boolean>`id = any(${people}::text[])`)
    .execute();
  const gone = new Set(erased.map(({ id }) => id));
  for (const entry of withPart) if (idsOf(entry.content).some((id) => gone.has(id))) entry.personal = null;
}

async function erase(
  tx: Tx,
  storeId: string,
  customerId: string,
  arriving: readonly ArrivedEntry[],
): Promise<void> {
  const stored = await emptyParts(tx, storeId, `"customerId":${JSON.stringify(customerId)}`);
  const told = [...stored, ...arriving.map(({ content }) => content)].map(peopleOf);
  const logins = new Set(told.flatMap((one) => (one.customerId === customerId ? (one.accountId ?? []) : [])));
  for (const accountId of logins) {
    await emptyParts(tx, storeId, `"accountId":${JSON.stringify(accountId)}`);
    const names = tx.deleteFrom('counted_names').where('store_id', '=', storeId);
    await names.where('kind', '=', 'account').where('id', '=', accountId).execute();
  }
  await tx
    .insertInto('erased_people')
    .values([customerId, ...logins].map((id) => ({ store_id: storeId, id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Empties the parts of all entries whose body holds this text; answers with what those bodies say. */
async function emptyParts(tx: Tx, storeId: string, text: string): Promise<unknown[]> {
  const { rows } = await sql<{ body: string }>`update entries set salt = null, part = null
    where store_id = ${storeId} and part is not null and position(${text} in body) > 0
    returning body`.execute(tx);
  return rows.map(({ body }) => readContent(body));
}

function isErasure({ kind, review }: ArrivedEntry): boolean {
  return kind === 'customer.erased' && review === null;
}

type People = { customerId: string | null; accountId: string | null };

/** Whom an entry is about; null where it says nobody, or nobody that a key can name. */
function peopleOf(content: unknown): People {
  const { customerId, accountId } = (content ?? {}) as Record<string, unknown>;
  return { customerId: keyOf(customerId), accountId: keyOf(accountId) };
}

function idsOf(content: unknown): string[] {
  const { customerId, accountId } = peopleOf(content);
  return [customerId, accountId].filter((id) => id !== null);
}

function keyOf(id: unknown): string | null {
  const isKey = typeof id === 'string' && id.length <= 200 && id.isWellFormed() && !id.includes('\u0000');
  return isKey ? id : null;
}
