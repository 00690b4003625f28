import type { z } from 'zod';
import type { placedOrderPage, placedOrderQuery } from '../../../shared/api/placed-orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { paymentsOfPlaced, sumOfUnpaid, unpaidOrders } from './placed-order-statements.ts';

/**
 * Orders of the web that are not paid in full, newest first, each with its payments. Summed over all of them: for the
 * reader thread.
 */
export function listUnpaidOrders(
  db: ReadableDatabase,
  { limit, offset }: z.output<typeof placedOrderQuery>,
): z.infer<typeof placedOrderPage> {
  const sum = db.first(sumOfUnpaid);
  const items = db.all(unpaidOrders, { limit, offset }).map((row) => {
    const { customer_id: id, customer_code: code, customer_name: name } = row;
    return {
      id: row.id,
      publicId: row.public_id,
      account: { id: row.account_id, name: row.display_name },
      customer: id === null || code === null || name === null ? null : { id, code, name },
      productName: row.product_name,
      quantity: row.quantity,
      priceMinor: row.price_minor,
      totalMinor: row.total_minor,
      paidMinor: row.paid_minor,
      placedAt: row.placed_at,
      payments: db.all(paymentsOfPlaced, { placedOrderRowId: row.row_id }).map((payment) => ({
        id: payment.id,
        amountMinor: payment.amount_minor,
        state: payment.state,
        startedAt: payment.started_at,
        finishedAt: payment.finished_at,
      })),
    };
  });
  return { items, total: sum?.count ?? 0, offset, dueMinor: sum?.due_minor ?? 0 };
}
