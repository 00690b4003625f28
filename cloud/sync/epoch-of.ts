import type { Tx } from '../db/tx.ts';

export async function epochOf(tx: Tx, storeId: string): Promise<number> {
  const { epoch } = await tx
    .selectFrom('stores')
    .select('epoch')
    .where('id', '=', storeId)
    .executeTakeFirstOrThrow();
  return epoch;
}
