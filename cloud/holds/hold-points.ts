import type { z } from 'zod';
import type { HoldAnswer, holdRequest } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import { lockStore } from '../db/lock-store.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../route.ts';
import { pointsLeft } from './points-left.ts';

/** How long points are held for a sale, in milliseconds. */
const holdMilliseconds = 10 * 60_000;

type Asked = z.output<typeof holdRequest>;

/**
 * Holds points for a sale that will spend them, so that nobody else can. Holds of a store come one after another, and
 * between its pushes: together they never exceed what the customer has. The same again answers the same while it lasts;
 * with other points it is asked anew, in place of the first. `used`: the sale has arrived.
 */
export async function holdPoints(
  { tx: run, clock }: CloudContext,
  { storeId }: Pick<Caller, 'storeId'>,
  asked: Asked,
): Promise<HoldAnswer> {
  const { holdId, customerId, points } = asked;
  const nowMilliseconds = clock.now();
  const now = instantOf(nowMilliseconds);
  return run(async (tx): Promise<HoldAnswer> => {
    await lockStore(tx, storeId);
    const left = await pointsLeft(tx, { storeId, customerId, holdId, now });
    if (await hasArrived(tx, storeId, holdId)) return { state: 'used', balance: left, expiresAt: null };
    const held = await tx
      .selectFrom('points_holds')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('id', '=', holdId)
      .executeTakeFirst();
    const isHeld = held?.state === 'held' && held.expires_at > now;
    if (isHeld && held.points === points && held.customer_id === customerId)
      return { state: 'held', balance: left, expiresAt: held.expires_at };
    if (points > left) {
      return { state: 'refused', balance: left, expiresAt: null };
    }
    const expiresAt = instantOf(nowMilliseconds + holdMilliseconds);
    const row = { customer_id: customerId, points, state: 'held' as const, expires_at: expiresAt };
    await tx
      .insertInto('points_holds')
      .values({ store_id: storeId, id: holdId, ...row })
      .onConflict((conflict) => conflict.columns(['store_id', 'id']).doUpdateSet(row))
      .execute();
    return { state: 'held', balance: left, expiresAt };
  });
}

async function hasArrived(tx: Tx, storeId: string, orderId: string): Promise<boolean> {
  const sale = await tx
    .selectFrom('counted_documents')
    .select('id')
    .where('store_id', '=', storeId)
    .where('id', '=', orderId)
    .executeTakeFirst();
  return sale !== undefined;
}

/** Lets held points go. Nothing happens to a hold that ended, or that never was. */
export async function releasePoints(
  { database }: CloudContext,
  { storeId }: Pick<Caller, 'storeId'>,
  holdId: string,
): Promise<void> {
  await database
    .updateTable('points_holds')
    .set({ state: 'released' })
    .where('store_id', '=', storeId)
    .where('id', '=', holdId)
    .where('state', '=', 'held')
    .execute();
}
