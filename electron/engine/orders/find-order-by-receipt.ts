import type { OrderSummary } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { orderSummaryOf } from './order-summary.ts';
import { orderSummaryByReceipt } from './read-statements.ts';

/** The sale with this receipt number, or null. */
export function findOrderByReceipt(db: ReadableDatabase, receiptNumber: string): OrderSummary | null {
  const row = db.first(orderSummaryByReceipt, { receiptNumber });
  return row === undefined ? null : orderSummaryOf(db, row);
}
