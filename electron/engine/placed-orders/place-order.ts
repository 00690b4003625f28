import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { append } from '../journal/index.ts';
import { takePublicId } from '../orders/index.ts';
import { readBuyer, type AccountOrder, type Buyer } from './account-order.ts';
import { insertPlacedOrder } from './placed-order-statements.ts';

/** As much as a tender of the till may be. */
export const mostTotalMinor = 1_000_000_000_000;

export type OrderToPlace = { productName: string; quantity: number; priceMinor: number };

/**
 * Takes an order of the web into the books, to be paid later: `quantity` pieces, whole and above zero, at `priceMinor`
 * each. It belongs to the account and to the account's customer. Fails with `total-too-large`.
 */
export function placeOrder(
  context: EngineContext,
  { productName, quantity, priceMinor }: OrderToPlace,
  buyer: Buyer,
): Promise<Result<AccountOrder, Failure>> {
  return context.write((tx) => {
    const totalMinor = quantity * priceMinor;
    if (totalMinor > mostTotalMinor) return fail(failure('total-too-large', { details: { mostTotalMinor } }));
    const { customerId, customerRowId } = readBuyer(tx, buyer);
    const publicId = tx.first(takePublicId)?.last_number;
    if (publicId === undefined) throw new Error('the series of orders gave no number');
    const id = context.ids.uuid();
    const figures = { quantity, priceMinor, totalMinor };
    const placed = { productName, ...figures };
    const { currency } = context.settings().shop;
    const { at } = append(context, tx, {
      kind: 'order.placed',
      body: { orderId: id, publicId, accountId: buyer.accountId, customerId, ...figures, currency },
      personal: { productName },
      actor: buyer.accountId,
    });
    const { accountRowId } = buyer;
    tx.run(insertPlacedOrder, { id, publicId, accountRowId, customerRowId, ...placed, currency, at });
    return ok({ publicId, accountRowId, ...placed, status: 'pending', createdAt: at });
  });
}
