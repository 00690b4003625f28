import type { Tx } from '../db/tx.ts';

/** What a shop is called that was made before anybody said its name. */
export const unnamedShop = 'My shop';

/** A shop without a name of its own, and its business, are called what its first till is set up as. */
export async function nameShop(tx: Tx, storeId: string, name: string): Promise<void> {
  if (name === '') return;
  const named = await tx
    .updateTable('stores')
    .set({ name })
    .where('id', '=', storeId)
    .where('name', '=', unnamedShop)
    .returning('organisation_id')
    .executeTakeFirst();
  if (named === undefined) return;
  await tx
    .updateTable('organisations')
    .set({ name })
    .where('id', '=', named.organisation_id)
    .where('name', '=', unnamedShop)
    .execute();
}
