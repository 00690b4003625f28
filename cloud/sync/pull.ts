import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { PullAnswer, pullQuery } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { raiseEpoch } from './raise-epoch.ts';
import { toWire } from './to-wire.ts';

type PullQuery = z.output<typeof pullQuery>;

/** Of the entries' bodies in one page; one that is larger goes alone. */
const mostBytes = 4 * 1_048_576;

/**
 * The next page of what the store's other streams sent, in the order of positions. Repeats are left out: they say nothing
 * new. A cursor of another epoch gets none and starts again at 0; so does one beyond the newest position, which only a
 * cloud that was restored from a backup can see.
 */
export async function pull(
  context: CloudContext,
  caller: Caller,
  query: PullQuery,
): Promise<Result<PullAnswer, CloudFailure>> {
  const { database } = context;
  const store = await database
    .selectFrom('stores')
    .innerJoin('streams', 'streams.store_id', 'stores.id')
    .select(['stores.position', 'stores.epoch', 'streams.register_id'])
    .where('stores.id', '=', caller.storeId)
    .where('streams.id', '=', query.stream)
    .executeTakeFirst();
  if (store === undefined) return fail(cloudFailure('stream-unknown'));
  if (store.register_id !== caller.registerId) return fail(cloudFailure('stream-of-another'));
  const { position: newest } = store;
  const epoch = await epochFor(context, caller.storeId, store, query);
  if (epoch !== store.epoch || (query.epoch !== 0 && query.epoch !== epoch)) {
    return ok({ epoch, next: 0, newest, entries: [] });
  }
  const page = await readPage(context, caller.storeId, query, newest);
  return ok({ epoch, newest, ...page });
}

/** The store's epoch; a new one when the cursor proves that the cloud has less than it had. */
async function epochFor(
  context: CloudContext,
  storeId: string,
  store: { position: number; epoch: number },
  { after, epoch }: PullQuery,
): Promise<number> {
  const isOfThis = epoch === 0 || epoch === store.epoch;
  const lost = epoch > store.epoch || (isOfThis && after > store.position);
  return lost ? context.tx((tx) => raiseEpoch(context, tx, storeId, epoch)) : store.epoch;
}

async function readPage(
  { database }: CloudContext,
  storeId: string,
  { stream, confirmed, after, limit }: PullQuery,
  newest: number,
): Promise<Pick<PullAnswer, 'next' | 'entries'>> {
  const others = database
    .selectFrom('entries')
    .where('store_id', '=', storeId)
    .where('position', '>', after)
    .where('position', '<=', newest)
    .where((eb) => eb.or([eb('stream', '<>', stream), eb('seq', '>', confirmed)]))
    .where('state', '<>', 'repeat')
    .orderBy('position');
  const sizes = await others.select(['position', 'size']).limit(limit).execute();
  const fitting = countFitting(sizes.map(({ size }) => size));
  const last = sizes[fitting - 1]?.position;
  if (last === undefined) return { next: newest, entries: [] };
  const rows = await others.selectAll().where('position', '<=', last).execute();
  const isWhole = fitting === sizes.length && sizes.length < limit;
  return { next: isWhole ? newest : last, entries: rows.map(toWire) };
}

function countFitting(sizes: readonly number[]): number {
  let bytes = 0;
  const tooFar = sizes.findIndex((size) => (bytes += size) > mostBytes);
  return tooFar === -1 ? sizes.length : Math.max(tooFar, 1);
}
