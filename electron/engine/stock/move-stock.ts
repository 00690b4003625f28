import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import type { StockMovementsTable } from '../db/schema.ts';

export type StockMove = {
  id: string;
  productRowId: number;
  kind: StockMovementsTable['kind'];
  /** Thousandths; below zero for what leaves the shop. */
  quantityMilli: number;
  reason: string;
  orderRowId: number | null;
  accountRowId: number | null;
  at: string;
};

const insertMovement = query<StockMove>()((b, p) =>
  b.insertInto('stock_movements').values({
    id: p('id'),
    product_row_id: p('productRowId'),
    kind: p('kind'),
    quantity_milli: p('quantityMilli'),
    reason: p('reason'),
    order_row_id: p('orderRowId'),
    account_row_id: p('accountRowId'),
    at: p('at'),
  }),
);
const addToOnHand = query<{ productRowId: number; quantityMilli: number }>()((b, p) =>
  b
    .updateTable('products')
    .set((e) => ({ on_hand_milli: e('on_hand_milli', '+', p('quantityMilli')) }))
    .where('row_id', '=', p('productRowId')),
);

/**
 * One line of the stock ledger and the sum that is kept of it, inside the caller's transaction: two statements and no
 * journal entry, since the caller's own entry (a sale, `stock.moved`) tells of it.
 */
export function moveStock(tx: WritableDatabase, move: StockMove): void {
  tx.run(insertMovement, move);
  if (move.quantityMilli !== 0) {
    tx.run(addToOnHand, { productRowId: move.productRowId, quantityMilli: move.quantityMilli });
  }
}
