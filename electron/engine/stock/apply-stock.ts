import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { StockMovementsTable } from '../db/schema.ts';
import { accountRowHere, productRowHere } from '../rows-here.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { moveStock } from './move-stock.ts';

/** Stock that another till moved; what is on hand may go below zero by it. */
export function applyStock(_: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const { movementId, productId, kind, quantityMilli, reason } = entry.body as EntryBodies['stock.moved'];
  const productRowId = productRowHere(tx, productId);
  if (productRowId === undefined || productRowId === null) return 'waits';
  moveStock(tx, {
    id: movementId,
    productRowId,
    kind: kind as StockMovementsTable['kind'],
    quantityMilli,
    reason,
    orderRowId: null,
    accountRowId: accountRowHere(tx, entry.actor) ?? null,
    at: entry.at,
  });
  return 'applied';
}
