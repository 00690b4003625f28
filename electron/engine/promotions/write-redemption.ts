import type { PointsFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { writePoints } from '../loyalty/index.ts';
import { countUseWithoutSale, insertRedemption } from './promotion-statements.ts';

export type RedemptionRows = {
  id: string;
  promotionRowId: number;
  title: string;
  customerRowId: number;
  orderRowId: number | null;
  placedOrderRowId: number | null;
  points: readonly PointsFact[];
  scannedBy: string;
  entry: { seq: number; at: string; actor: string };
};

/** Writes that a promotion was taken without a sale: one use of it, and its points. Gives its row. */
export function writeRedemption(
  context: EngineContext,
  tx: WritableDatabase,
  { title, points, entry, ...taken }: RedemptionRows,
): number {
  const { promotionRowId, customerRowId, orderRowId, placedOrderRowId } = taken;
  const { seq: journalSeq, at, actor } = entry;
  const { rowId } = tx.run(insertRedemption, {
    ...taken,
    discountMinor: 0,
    pointsAwarded: points.reduce((sum, fact) => sum + fact.points, 0),
    at,
    journalSeq,
  });
  tx.run(countUseWithoutSale, { promotionRowId, orderRowId });
  for (const { key, kind, points: given } of points) {
    writePoints(context, tx, {
      orderRowId,
      placedOrderRowId,
      customerRowId,
      key,
      kind,
      points: given,
      description: `Promotion bonus: ${title}`,
      promotionRowId,
      actor,
      journalSeq,
      at,
    });
  }
  return rowId;
}
