import type { OrderSummary } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { orderPayments, type OrderSummaryRow } from './read-statements.ts';

/** The row of a sale as lists show it. */
export function orderSummaryOf(db: ReadableDatabase, row: OrderSummaryRow): OrderSummary {
  return {
    id: row.id,
    publicId: row.public_id,
    source: row.source,
    receiptNumber: row.receipt_number,
    state: row.state,
    paidAt: row.paid_at,
    businessDate: row.business_date,
    cashier: row.cashier,
    customer: customerOfRow(row),
    itemCount: row.item_count,
    totalMinor: row.total_minor,
    refundedMinor: row.refunded_minor,
    tenders: db
      .all(orderPayments, { orderRowId: row.row_id })
      .map(({ kind, amount_minor: amountMinor }) => ({ kind, amountMinor })),
  };
}

/** The customer that a row joined, or null. */
export function customerOfRow(
  row: Pick<OrderSummaryRow, 'customer_id' | 'customer_code' | 'customer_name'>,
): OrderSummary['customer'] {
  const { customer_id: id, customer_code: code, customer_name: name } = row;
  return id === null || code === null || name === null ? null : { id, code, name };
}
