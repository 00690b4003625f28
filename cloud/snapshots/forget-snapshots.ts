import type { SelectQueryBuilder } from 'kysely';
import type { Database, Snapshots } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';

type Rows = SelectQueryBuilder<Database, 'snapshots', Pick<Snapshots, 'id'>>;

/**
 * Throws away those snapshots of a store, with their parts. The snapshot goes first: its row is waited for while a part
 * is being added to it, which would be left lying otherwise.
 */
export async function forgetSnapshots(tx: Tx, storeId: string, which: (rows: Rows) => Rows): Promise<void> {
  const rows = await which(tx.selectFrom('snapshots').select('id').where('store_id', '=', storeId)).execute();
  for (const { id } of rows) {
    await tx.deleteFrom('snapshots').where('store_id', '=', storeId).where('id', '=', id).execute();
    const parts = tx.deleteFrom('snapshot_parts').where('store_id', '=', storeId);
    await parts.where('snapshot_id', '=', id).execute();
  }
}
