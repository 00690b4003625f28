import { failure } from '../../../shared/api/failures.ts';
import type { Promotion } from '../../../shared/api/offers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { findPromotionByCode, redeemPromotion, type Redeemed } from '../promotions/index.ts';
import { findOrderOfCustomer, type OrderOfCustomer } from './find-order-of-customer.ts';
import type { ScannedCustomer } from './find-scanned-customer.ts';

export type CounterRedemption = {
  customer: ScannedCustomer;
  promotionCode: string;
  /** The public id of an order; one that is not the customer's counts as none. */
  orderPublicId: number | null;
  scannedBy: string;
};

/** A redemption with what it is about, as it was in its commit. */
export type RedeemedAtCounter = {
  promotion: Promotion;
  order: OrderOfCustomer | null;
  redeemed: Redeemed;
};

/**
 * Takes a promotion, by its exact code, for a customer at the counter. Fails with `promotion-unknown`, or with
 * `promotion-refused` and the reasons of `redeemPromotion`.
 */
export function redeemAtCounter(
  context: EngineContext,
  { customer, promotionCode, orderPublicId, scannedBy }: CounterRedemption,
  actorId: string,
): Promise<Result<RedeemedAtCounter, Failure>> {
  return context.write((tx) => {
    const promotion = findPromotionByCode(tx, promotionCode);
    if (promotion === null) return fail(failure('promotion-unknown'));
    const order = orderPublicId === null ? null : findOrderOfCustomer(tx, orderPublicId, customer.rowId);
    const redeemed = redeemPromotion(context, tx, {
      promotion,
      customer: { rowId: customer.rowId, id: customer.id },
      order,
      scannedBy,
      actorId,
    });
    return redeemed.ok ? ok({ promotion, order, redeemed: redeemed.value }) : redeemed;
  });
}
