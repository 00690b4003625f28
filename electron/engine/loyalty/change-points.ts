import type { PointsKind } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { writtenByKey } from './loyalty-statements.ts';
import { writePoints, type WrittenPoints } from './write-points.ts';

/** A sale or an order of the web, by its id and by the row of whichever it is. */
export type OrderOfPoints = { id: string; orderRowId: number | null; placedOrderRowId: number | null };

export type PointsChange = {
  customer: { rowId: number; id: string };
  /** Names this change for ever: the same key never counts twice. */
  key: string;
  kind: PointsKind;
  points: number;
  /** Shown in the ledger; it can be erased. */
  description: string;
  order: OrderOfPoints | null;
};

/** A change of points that no sale brings: told to the journal and written into the ledger, once per key. */
export function changePoints(
  context: EngineContext,
  tx: WritableDatabase,
  change: PointsChange,
  actorId: string,
): WrittenPoints {
  const { customer, order, description, ...fact } = change;
  const known = tx.first(writtenByKey, { key: change.key });
  if (known !== undefined) return { rowId: known.row_id, balanceAfter: known.balance_after, repeated: true };
  const { seq, at } = append(context, tx, {
    kind: 'points.changed',
    body: { ...fact, customerId: customer.id, orderId: order?.id ?? null, promotionId: null, rewardId: null },
    personal: { description },
    actor: actorId,
  });
  return writePoints(context, tx, {
    ...fact,
    description,
    customerRowId: customer.rowId,
    orderRowId: order?.orderRowId ?? null,
    placedOrderRowId: order?.placedOrderRowId ?? null,
    actor: actorId,
    journalSeq: seq,
    at,
  });
}
