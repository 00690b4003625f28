import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { reversePoints } from '../loyalty/index.ts';
import type { StoredSale } from './stored-sale.ts';

export type ReversedPoints = { given: number; taken: number; balanceAfter: number };

/**
 * Takes back what a sale earned and gives back what it spent, for all that has gone back until now. Null where the sale
 * was to nobody.
 */
export function reversePointsOf(
  context: EngineContext,
  tx: WritableDatabase,
  sale: StoredSale,
  document: { id: string; refundedMinor: number; description: string },
  actorId: string,
): ReversedPoints | null {
  const { customerRowId, customerId, rowId, id, totalMinor } = sale;
  if (customerRowId === null || customerId === null) return null;
  return reversePoints(
    context,
    tx,
    {
      order: { rowId, id, totalMinor },
      customer: { rowId: customerRowId, id: customerId },
      documentId: document.id,
      refundedMinor: document.refundedMinor,
      description: document.description,
    },
    actorId,
  );
}
