import type { Review } from '../../shared/sync/protocol.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Caller } from '../route.ts';

const mostReviews = 200;

export type ReviewsOf = { state?: Review['state'] | undefined; id?: string | undefined };

/** The newest reviews of a store, at most 200. Takes a transaction, too. */
export async function listReviews(
  database: Kysely<Database>,
  { storeId }: Pick<Caller, 'storeId'>,
  { state, id }: ReviewsOf,
): Promise<Review[]> {
  let rows = database
    .selectFrom('reviews')
    .innerJoin('entries', (join) =>
      join
        .onRef('entries.store_id', '=', 'reviews.store_id')
        .onRef('entries.stream', '=', 'reviews.stream')
        .onRef('entries.seq', '=', 'reviews.seq'),
    )
    .innerJoin('registers', 'registers.id', 'reviews.register_id')
    .select(['reviews.id', 'reviews.stream', 'registers.code as registerCode', 'reviews.seq'])
    .select(['entries.op_id as opId', 'entries.kind', 'entries.at', 'reviews.reason', 'reviews.message'])
    .select(['reviews.state', 'reviews.note', 'reviews.received_at as receivedAt'])
    .select(['reviews.decided_at as decidedAt', 'entries.body'])
    .where('reviews.store_id', '=', storeId);
  if (state !== undefined) rows = rows.where('reviews.state', '=', state);
  if (id !== undefined) rows = rows.where('reviews.id', '=', id);
  return rows.orderBy('reviews.received_at', 'desc').orderBy('reviews.id').limit(mostReviews).execute();
}

/** How many reviews of a store nobody has decided yet. */
export async function countOpen(database: Kysely<Database>, storeId: string): Promise<number> {
  const { open } = await database
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('store_id', '=', storeId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return open;
}
