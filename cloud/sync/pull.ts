import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { PullAnswer, pullQuery } from '../../shared/sync/protocol.ts';
import { countFitting } from '../api/count-fitting.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { raiseEpoch } from './raise-epoch.ts';
import { toWire } from './to-wire.ts';

type PullQuery = z.output<typeof pullQuery>;

/**
 * The next page of what the store's other streams sent, in the order of positions. Repeats are left out: they say nothing
 * new. A cursor of another epoch gets none and starts again at 0; so does one that is not where its mark was drawn, which
 * only a cloud that was restored from a backup can see.
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
    .leftJoin('entries as last_seen', (join) =>
      join.onRef('last_seen.store_id', '=', 'stores.id').on('last_seen.position', '=', query.after),
    )
    .select(['stores.position', 'stores.mark', 'stores.epoch', 'streams.register_id'])
    .select(['streams.last', 'last_seen.mark as seen'])
    .where('stores.id', '=', caller.storeId)
    .where('streams.id', '=', query.stream)
    .executeTakeFirst();
  if (store === undefined) return fail(cloudFailure('stream-unknown'));
  if (store.register_id !== caller.registerId) return fail(cloudFailure('stream-of-another'));
  const { position: newest, mark: newestMark } = store;
  const epoch = await epochFor(context, caller.storeId, store, query);
  if (epoch !== store.epoch || (query.epoch !== 0 && query.epoch !== epoch)) {
    return ok({ epoch, next: 0, nextMark: 0, newest, entries: [] });
  }
  const page = await readPage(context, caller.storeId, query, { newest, newestMark });
  return ok({ epoch, newest, ...page });
}

/**
 * The store's epoch; a new one when the till proves that the cloud lost what it had: at its cursor, where `seen` is the mark now,
 * or at the end of its own stream.
 */
async function epochFor(
  context: CloudContext,
  storeId: string,
  store: { epoch: number; last: number; seen: number | null },
  { after, mark, confirmed, epoch }: PullQuery,
): Promise<number> {
  const isOfThis = epoch === 0 || epoch === store.epoch;
  const isReplaced = after > 0 && mark !== store.seen;
  const lost = epoch > store.epoch || (isOfThis && (isReplaced || confirmed > store.last));
  return lost ? context.tx((tx) => raiseEpoch(context, tx, storeId, epoch)) : store.epoch;
}

async function readPage(
  { database }: CloudContext,
  storeId: string,
  { stream, confirmed, after, limit }: PullQuery,
  { newest, newestMark }: { newest: number; newestMark: number },
): Promise<Pick<PullAnswer, 'next' | 'nextMark' | 'entries'>> {
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
  const rows = last === undefined ? [] : await others.selectAll().where('position', '<=', last).execute();
  const entries = rows.map(toWire);
  const end = entries.at(-1);
  const isWhole = fitting === sizes.length && sizes.length < limit;
  if (isWhole || end === undefined) return { next: newest, nextMark: newestMark, entries };
  return { next: end.position, nextMark: end.mark, entries };
}
