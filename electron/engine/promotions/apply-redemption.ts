import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { survivorOf } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { orderOfPoints } from '../loyalty/index.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { promotionById } from './promotion-statements.ts';
import { writeRedemption } from './write-redemption.ts';

/** A promotion that another till gave without a sale. Its limits may be exceeded so: it stands. */
export function applyRedemption(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const told = entry.body as EntryBodies['promotion.redeemed'];
  const promotion = tx.first(promotionById, { id: told.promotionId });
  const customer = survivorOf(tx, told.customerId);
  if (promotion === undefined || customer === undefined) return 'waits';
  const { scannedBy = '' } = (entry.personal ?? {}) as { scannedBy?: string };
  writeRedemption(context, tx, {
    id: told.redemptionId,
    promotionRowId: promotion.row_id,
    title: promotion.title,
    customerRowId: customer.rowId,
    ...orderOfPoints(tx, told.orderId),
    points: told.points,
    scannedBy,
    entry,
  });
  return 'applied';
}
