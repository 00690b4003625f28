import type { WritableDatabase } from '../db/database.ts';
import { countUse, insertRedemption, promotionById } from './promotion-statements.ts';

export type RedemptionOfSale = {
  id: string;
  promotionId: string;
  customerRowId: number | null;
  orderRowId: number;
  discountMinor: number;
  pointsAwarded: number;
  at: string;
  journalSeq: number;
};

/** Writes that a sale took a promotion, and counts its use; the sale's own entry tells of it. Gives its row. */
export function recordRedemption(
  tx: WritableDatabase,
  { promotionId, ...redemption }: RedemptionOfSale,
): number {
  const promotionRowId = tx.first(promotionById, { id: promotionId })?.row_id;
  if (promotionRowId === undefined) throw new Error('a promotion vanished while it was taken');
  // Who sold is told by the sale.
  tx.run(insertRedemption, { ...redemption, promotionRowId, placedOrderRowId: null, scannedBy: '' });
  tx.run(countUse, { promotionRowId });
  return promotionRowId;
}
