import type { OrderSummary } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { orderPayments, type OrderSummaryRow } from './read-statements.ts';

/** The row of a sale as lists show it. */
export function orderSummaryOf(db: ReadableDatabase, row: OrderSummaryRow): OrderSummary {
  return summaryWith(row, db.all(orderPayments, { orderRowId: row.row_id }));
}

/** The same with payments that were read already. */
export function summaryWith(
  row: OrderSummaryRow,
  payments: readonly { kind: string; amount_minor: number }[],
): OrderSummary {
  const { customer_id: id, customer_code: code, customer_name: name } = row;
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    state: row.state,
    paidAt: row.paid_at,
    businessDate: row.business_date,
    cashier: row.cashier,
    customer: id === null || code === null || name === null ? null : { id, code, name },
    itemCount: row.item_count,
    totalMinor: row.total_minor,
    tenders: payments.map(({ kind, amount_minor: amountMinor }) => ({ kind, amountMinor })),
  };
}
