import type { Tx } from '../db/tx.ts';

/** The register that a stream of a store belongs to, with its key. */
export function ownerOfStream(tx: Tx, storeId: string, stream: string) {
  return tx
    .selectFrom('streams')
    .innerJoin('registers', (join) =>
      join
        .onRef('registers.store_id', '=', 'streams.store_id')
        .onRef('registers.id', '=', 'streams.register_id'),
    )
    .select(['registers.id', 'registers.public_key'])
    .where('streams.store_id', '=', storeId)
    .where('streams.id', '=', stream)
    .executeTakeFirst();
}
