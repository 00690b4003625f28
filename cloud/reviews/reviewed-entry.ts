import type { Selectable } from 'kysely';
import type { Entries, Reviews } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';
import { arrivedAgain, type ArrivedEntry } from '../facts/index.ts';

/**
 * The entry that a review is about. One with the id of an earlier one goes by that of its review: what it adds to the
 * books, and what is taken out of them again, is its own.
 */
export async function reviewedEntry(tx: Tx, review: Selectable<Reviews>): Promise<ArrivedEntry> {
  const row = await tx
    .selectFrom('entries')
    .selectAll()
    .where('store_id', '=', review.store_id)
    .where('stream', '=', review.stream)
    .where('seq', '=', review.seq)
    .executeTakeFirstOrThrow();
  const entry = arrivedAgain(row, review.register_id);
  return (await isIdOfAnother(tx, row)) ? { ...entry, opId: review.id } : entry;
}

async function isIdOfAnother(tx: Tx, { store_id, op_id, position }: Selectable<Entries>): Promise<boolean> {
  const earlier = await tx
    .selectFrom('entries')
    .select('position')
    .where('store_id', '=', store_id)
    .where('op_id', '=', op_id)
    .where('position', '<', position)
    .where('state', '<>', 'repeat')
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}
