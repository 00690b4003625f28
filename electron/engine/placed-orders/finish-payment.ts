import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { commitPlacedSale } from '../orders/index.ts';
import { paymentOf, readBuyer, type Buyer, type PlacedPayment } from './account-order.ts';
import {
  addPaid,
  completedPayments,
  finishPlacedPayment,
  markSold,
  placedOrderToSell,
  placedPaymentByRowId,
} from './placed-order-statements.ts';

/**
 * Ends a payment that was under way; one that is finished never changes again. The completed payment that covers the
 * total makes the order a sale in the same commit: number, taxes, points, the customer's visit. `paymentRowId` is what
 * the dialects name it by. Fails with `placed-payment-unknown` (another account's too), `payment-finished` with
 * `details.state`, or `amount-over-due` when others have paid meanwhile.
 */
export function finishPayment(
  context: EngineContext,
  paymentRowId: number,
  state: 'completed' | 'failed',
  buyer: Buyer,
): Promise<Result<PlacedPayment, Failure>> {
  return context.write((tx) => {
    const payment = tx.first(placedPaymentByRowId, { rowId: paymentRowId });
    if (payment === undefined || payment.account_row_id !== buyer.accountRowId) {
      return fail(failure('placed-payment-unknown'));
    }
    if (payment.state !== 'pending') {
      return fail(failure('payment-finished', { details: { state: payment.state } }));
    }
    const { amount_minor: amountMinor, placed_order_row_id: orderRowId } = payment;
    const dueMinor = payment.total_minor - payment.paid_minor;
    if (state === 'completed' && amountMinor > dueMinor) {
      return fail(failure('amount-over-due', { details: { dueMinor } }));
    }
    const { at, businessDate } = append(context, tx, {
      kind: 'order-payment.finished',
      body: { paymentId: payment.id, orderId: payment.order_id, amountMinor, state },
      actor: buyer.accountId,
    });
    const completed = state === 'completed';
    tx.run(finishPlacedPayment, {
      rowId: paymentRowId,
      state,
      at,
      businessDate: completed ? businessDate : null,
    });
    if (completed) {
      tx.run(addPaid, { rowId: orderRowId, amountMinor });
      if (amountMinor === dueMinor) {
        const sold = sellPlaced(context, tx, orderRowId, buyer);
        if (!sold.ok) return sold;
      }
    }
    return ok({ ...paymentOf(payment), state });
  });
}

function sellPlaced(
  context: EngineContext,
  tx: WritableDatabase,
  rowId: number,
  buyer: Buyer,
): Result<undefined, Failure> {
  const order = tx.first(placedOrderToSell, { rowId });
  if (order === undefined) throw new Error(`there is no placed order ${rowId}`);
  const { accountId, accountRowId } = buyer;
  const { displayName } = readBuyer(tx, buyer);
  const sold = commitPlacedSale(context, tx, {
    orderId: order.id,
    publicId: order.public_id,
    seller: { accountId, accountRowId, displayName },
    customerId: order.customer_id,
    lines: [
      {
        name: order.product_name,
        quantityMilli: order.quantity * 1000,
        unitPriceMinor: order.price_minor,
      },
    ],
    payments: tx
      .all(completedPayments, { placedOrderRowId: rowId })
      .map((payment) => ({ amountMinor: payment.amount_minor, reference: `WEB-${payment.row_id}` })),
  });
  if (!sold.ok) return sold;
  tx.run(markSold, { rowId, orderRowId: sold.value.orderRowId });
  return ok(undefined);
}
