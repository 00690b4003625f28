import type { Kysely } from 'kysely';
import type { Review } from '../../shared/sync/protocol.ts';
import { countFitting } from '../api/count-fitting.ts';
import type { Database } from '../db/schema.ts';
import type { Caller } from '../route.ts';

const mostReviews = 200;

export type ReviewsOf = { state?: Review['state'] | undefined; id?: string | undefined };

/** The newest reviews of a store, at most 200 and no more than one answer holds. Takes a transaction, too. */
export async function listReviews(
  database: Kysely<Database>,
  { storeId }: Pick<Caller, 'storeId'>,
  { state, id }: ReviewsOf,
): Promise<Review[]> {
  let reviews = database
    .selectFrom('reviews')
    .innerJoin('entries', (join) =>
      join
        .onRef('entries.store_id', '=', 'reviews.store_id')
        .onRef('entries.stream', '=', 'reviews.stream')
        .onRef('entries.seq', '=', 'reviews.seq'),
    )
    .innerJoin('registers', 'registers.id', 'reviews.register_id')
    .where('reviews.store_id', '=', storeId)
    .orderBy('reviews.received_at', 'desc')
    .orderBy('entries.position', 'desc');
  if (state !== undefined) reviews = reviews.where('reviews.state', '=', state);
  if (id !== undefined) reviews = reviews.where('reviews.id', '=', id);
  const sizes = await reviews.select('entries.size').limit(mostReviews).execute();
  return reviews
    .select(['reviews.id', 'reviews.stream', 'registers.code as registerCode', 'reviews.seq'])
    .select(['entries.op_id as opId', 'entries.kind', 'entries.at', 'reviews.reason', 'reviews.message'])
    .select(['reviews.state', 'reviews.note', 'reviews.received_at as receivedAt'])
    .select(['reviews.decided_at as decidedAt', 'entries.body'])
    .limit(countFitting(sizes.map(({ size }) => size)))
    .execute();
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
