import type { OrderSummary } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { orderSummaryOf } from './order-summary.ts';
import { orderSummaryByReceipt, orderSummaryByRefund } from './read-statements.ts';

/** The sale with this receipt number, or the one that a refund with this number was of; or null. */
export function findOrderByReceipt(db: ReadableDatabase, receiptNumber: string): OrderSummary | null {
  const row =
    db.first(orderSummaryByReceipt, { receiptNumber }) ?? db.first(orderSummaryByRefund, { receiptNumber });
  return row === undefined ? null : orderSummaryOf(db, row);
}
