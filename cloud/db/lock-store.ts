import type { Tx } from './tx.ts';

/** Holds a store's row until the commit: whatever changes its books waits for one another. */
export async function lockStore(tx: Tx, storeId: string): Promise<void> {
  await tx.selectFrom('stores').select('id').where('id', '=', storeId).forUpdate().execute();
}
