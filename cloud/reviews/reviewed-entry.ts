import type { Selectable } from 'kysely';
import type { Reviews } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';
import { arrivedAgain, type ArrivedEntry } from '../facts/index.ts';

/** The entry that a review is about. */
export async function reviewedEntry(tx: Tx, review: Selectable<Reviews>): Promise<ArrivedEntry> {
  const row = await tx
    .selectFrom('entries')
    .selectAll()
    .where('store_id', '=', review.store_id)
    .where('stream', '=', review.stream)
    .where('seq', '=', review.seq)
    .executeTakeFirstOrThrow();
  return arrivedAgain(row, review.register_id);
}
