import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { readBuyer, type Buyer, type PlacedPayment } from './account-order.ts';
import {
  counterSaleByPublicId,
  insertPlacedPayment,
  placedOrderByPublicId,
  type PlacedOrderRow,
} from './placed-order-statements.ts';

/**
 * Writes down that a payment of an order is under way. Fails with `placed-order-unknown`, `placed-order-foreign` (it is
 * another account's), or `amount-over-due` with `details.dueMinor`: the total less what completed payments paid.
 */
export function startPayment(
  context: EngineContext,
  { publicId, amountMinor }: { publicId: number; amountMinor: number },
  buyer: Buyer,
): Promise<Result<PlacedPayment, Failure>> {
  return context.write((tx) => {
    const found = orderToPay(tx, publicId, buyer);
    if (!found.ok) return found;
    const order = found.value;
    const dueMinor = order.total_minor - order.paid_minor;
    if (amountMinor > dueMinor) return fail(failure('amount-over-due', { details: { dueMinor } }));
    const id = context.ids.uuid();
    const { at } = append(context, tx, {
      kind: 'order-payment.started',
      body: { paymentId: id, orderId: order.id, amountMinor },
      actor: buyer.accountId,
    });
    const { rowId } = tx.run(insertPlacedPayment, { id, placedOrderRowId: order.row_id, amountMinor, at });
    return ok({ rowId, orderPublicId: publicId, amountMinor, state: 'pending', startedAt: at });
  });
}

function orderToPay(db: ReadableDatabase, publicId: number, buyer: Buyer): Result<PlacedOrderRow, Failure> {
  const placed = db.first(placedOrderByPublicId, { publicId });
  if (placed !== undefined) {
    return placed.account_row_id === buyer.accountRowId ? ok(placed) : fail(failure('placed-order-foreign'));
  }
  const sale = db.first(counterSaleByPublicId, { publicId });
  if (sale === undefined) return fail(failure('placed-order-unknown'));
  const { customerRowId } = readBuyer(db, buyer);
  if (sale.customer_row_id === null || sale.customer_row_id !== customerRowId) {
    return fail(failure('placed-order-foreign'));
  }
  return fail(failure('amount-over-due', { details: { dueMinor: 0 } }));
}
