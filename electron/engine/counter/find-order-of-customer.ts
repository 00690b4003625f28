import type { ReadableDatabase } from '../db/database.ts';
import { placedOrderOfCustomer, saleOfCustomer } from './counter-statements.ts';

/** `number`: the receipt number of a sale; the public id of an order of the web that is not paid yet. */
export type OrderOfCustomer = {
  id: string;
  publicId: number;
  number: string;
  orderRowId: number | null;
  placedOrderRowId: number | null;
};

/** The customer's order under this public id, sold or placed; null for none, or for another customer's. */
export function findOrderOfCustomer(
  db: ReadableDatabase,
  publicId: number,
  customerRowId: number,
): OrderOfCustomer | null {
  const sale = db.first(saleOfCustomer, { publicId, customerRowId });
  if (sale !== undefined) {
    const { id, number, rowId } = sale;
    return { id, publicId, number, orderRowId: rowId, placedOrderRowId: null };
  }
  const placed = db.first(placedOrderOfCustomer, { publicId, customerRowId });
  if (placed === undefined) return null;
  const { id, rowId } = placed;
  return { id, publicId, number: String(publicId), orderRowId: null, placedOrderRowId: rowId };
}
