import type { Order } from '../../../shared/api/orders.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { orderOf } from './order-of.ts';
import { customerOfRow } from './order-summary.ts';
import { orderDetails, orderLineNames, refundsOfOrder, voidOfOrder } from './read-statements.ts';

/** A sale, whole, or null. */
export function getOrder(db: ReadableDatabase, id: string): Order | null {
  const row = db.first(orderDetails, { id });
  if (row === undefined) return null;
  return orderOf(readSaleBody(row.v, JSON.parse(row.body)), {
    publicId: row.public_id,
    receiptNumber: row.receipt_number,
    state: row.state,
    paidAt: row.paid_at,
    businessDate: row.business_date,
    cashier: row.cashier,
    customer: customerOfRow(row),
    shiftNumber: row.shift_number,
    pointsBalanceAfter: row.points_balance_after,
    hash: row.hash,
    refundedMinor: row.refunded_minor,
    refunds: db.all(refundsOfOrder, { orderRowId: row.row_id }),
    voided: db.first(voidOfOrder, { orderRowId: row.row_id }) ?? null,
    lineNames: row.source === 'web' ? namesOfLines(db, row.row_id) : [],
  });
}

function namesOfLines(db: ReadableDatabase, orderRowId: number): string[] {
  return db.all(orderLineNames, { orderRowId }).map(({ name }) => name);
}
