import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';

/** Which of these customers and logins are erased. */
export async function erasedAmong(tx: Tx, storeId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('erased_people')
    .select('id')
    .where('store_id', '=', storeId)
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Notes customers and logins as erased, by the entry at this position of the store. */
export async function noteErased(
  tx: Tx,
  storeId: string,
  { ids, position }: { ids: readonly string[]; position: number },
): Promise<void> {
  await tx
    .insertInto('erased_people')
    .values(ids.map((id) => ({ store_id: storeId, id, position })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The position of the store's newest erasure: whoever has not come so far may still know whom it erased. */
export async function newestErasure(tx: Tx, storeId: string): Promise<number> {
  const { position } = await tx
    .selectFrom('erased_people')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position'))
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  return position;
}
