import type { ReadableDatabase } from '../db/database.ts';
import {
  orderOfCounterSale,
  orderOfPlaced,
  readBuyer,
  type AccountOrder,
  type Buyer,
} from './account-order.ts';
import { counterSaleByPublicId, placedOrderByPublicId } from './placed-order-statements.ts';

/** The account's own order under this public id, or its customer's sale at the counter; null for anybody else's. */
export function findOrder(
  db: ReadableDatabase,
  publicId: number,
  buyer: Pick<Buyer, 'accountRowId'>,
): AccountOrder | null {
  const { accountRowId } = buyer;
  const placed = db.first(placedOrderByPublicId, { publicId });
  if (placed !== undefined) return placed.account_row_id === accountRowId ? orderOfPlaced(placed) : null;
  const sale = db.first(counterSaleByPublicId, { publicId });
  if (sale === undefined || sale.customer_row_id === null) return null;
  const { customerRowId } = readBuyer(db, buyer);
  return sale.customer_row_id === customerRowId ? orderOfCounterSale(sale, accountRowId) : null;
}

/** Whether anybody's order has this public id. */
export function orderExists(db: ReadableDatabase, publicId: number): boolean {
  return (
    db.first(placedOrderByPublicId, { publicId }) !== undefined ||
    db.first(counterSaleByPublicId, { publicId }) !== undefined
  );
}
