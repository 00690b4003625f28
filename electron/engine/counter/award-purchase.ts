import { pointsForTotal } from '../../../shared/domain/points-for-total.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { tierOf } from '../../../shared/domain/points.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { awardForOrder, pointsEntry, pointsEntryByKey, type LedgerEntry } from '../loyalty/index.ts';
import { findOrderOfCustomer } from './find-order-of-customer.ts';
import type { ScannedCustomer } from './find-scanned-customer.ts';

/** `text` names the order for whoever asks; `publicId` is the integer that it is, if it is one. */
export type OrderReference = { text: string; publicId: number | null };

export type Purchase = {
  customer: ScannedCustomer;
  totalMinor: number;
  /** Null: a purchase without an order earns each time. */
  order: OrderReference | null;
  description: string;
};

/**
 * Points for a purchase that is told of at the counter, by the till's earning rule. An order earns once: asked again, at
 * the checkout or through here, the entry that is there is the answer. No points are an entry too: a sale that the
 * checkout gave none for (it was paid with points, perhaps) gets one of none, whatever total is told of here.
 */
export function awardPurchase(
  context: EngineContext,
  purchase: Purchase,
  actorId: string,
): Promise<Result<LedgerEntry, Failure>> {
  return context.write((tx) => {
    const { customer, order, description } = purchase;
    const asked = order === null ? null : `order-points:${customer.id}:${order.text}`;
    const answered = asked === null ? null : pointsEntryByKey(tx, asked);
    if (answered !== null) return ok(answered);
    const found =
      order === null || order.publicId === null
        ? null
        : findOrderOfCustomer(tx, order.publicId, customer.rowId);
    const key = found === null ? (asked ?? `purchase:${context.ids.uuid()}`) : `sale:${found.id}`;
    return ok(write(context, tx, { purchase, key, found, description, actorId }));
  });
}

type Decided = {
  purchase: Purchase;
  key: string;
  found: ReturnType<typeof findOrderOfCustomer>;
  description: string;
  actorId: string;
};

function write(
  context: EngineContext,
  tx: WritableDatabase,
  { purchase, key, found, description, actorId }: Decided,
): LedgerEntry {
  const { customer } = purchase;
  const isDecidedAtCheckout = found !== null && found.orderRowId !== null;
  const { rowId } = awardForOrder(
    context,
    tx,
    {
      customer: { rowId: customer.rowId, id: customer.id },
      key,
      points: isDecidedAtCheckout ? 0 : pointsOf(context.settings(), purchase),
      description,
      order: found,
    },
    actorId,
  );
  return pointsEntry(tx, rowId);
}

function pointsOf({ points }: Settings, { customer, totalMinor }: Purchase): number {
  const tier = tierOf(customer.pointsEarnedEver, customer.tierId, points.tiers);
  return pointsForTotal(totalMinor, points, tier?.multiplierPpm);
}
