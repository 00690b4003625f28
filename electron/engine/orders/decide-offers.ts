import { failure } from '../../../shared/api/failures.ts';
import { toCartOffers } from '../../../shared/domain/cart-offers.ts';
import type { CartOffers, RefusedOffer } from '../../../shared/domain/offers.ts';
import type { PricedCart } from '../../../shared/domain/price.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { offersForCart } from '../offers/index.ts';
import { findPromotionByScan } from '../promotions/index.ts';
import type { OrderCommitInput } from './commit-order.ts';
import type { CustomerForSale } from './decided-sale.ts';

type OffersAsked = Pick<OrderCommitInput, 'promotionCodes' | 'rewardIds' | 'pricedAt'>;

/** A price holds this long at the counter, and a screen's clock may be ahead by so much. */
const priceHoldsMilliseconds = 10 * 60_000;
const mostAheadMilliseconds = 2 * 60_000;

/**
 * The promotions and rewards that a sale is priced with, from the books as they are now; undefined when there are none
 * to look at. Fails with `promotion-refused` for a code of no promotion, `customer-needed` for rewards of nobody, and
 * `reward-unknown`.
 */
export function decideOffers(
  context: EngineContext,
  db: ReadableDatabase,
  input: OffersAsked,
  customer: CustomerForSale | null,
): Result<CartOffers | undefined, Failure> {
  const presentedIds: string[] = [];
  for (const [index, code] of input.promotionCodes.entries()) {
    const promotion = findPromotionByScan(db, code);
    if (promotion === null) return fail(refuseCode(code, index));
    presentedIds.push(promotion.id);
  }
  const { rewardIds } = input;
  if (rewardIds.length > 0 && customer === null) {
    return fail(failure('customer-needed', { field: 'customerId' }));
  }
  const known = offersForCart(context, db, customer, rewardIds);
  if (known === null) return ok(undefined);
  const unknown = rewardIds.findIndex((id) => !known.rewards.some((reward) => reward.id === id));
  if (unknown >= 0) return fail(failure('reward-unknown', { field: `rewardIds.${unknown}` }));
  const at = pricedAt(input.pricedAt, context.clock.now());
  return ok(toCartOffers(known, { presentedIds, rewardIds }, at, context.settings().shop.timeZone));
}

function refuseCode(code: string, index: number): Failure {
  return failure('promotion-refused', {
    message: 'No promotion has this code.',
    field: `promotionCodes.${index}`,
    details: { reason: 'unknown', code },
  });
}

/** The instant that the screen priced at, while its prices hold; now otherwise. */
function pricedAt(asked: string | undefined, now: number): string {
  if (asked === undefined) return instantOf(now);
  const age = now - Date.parse(asked);
  return age > priceHoldsMilliseconds || age < -mostAheadMilliseconds ? instantOf(now) : asked;
}

/** A reward that the customer asked for and does not get refuses the sale; a promotion is only left out of it. */
export function refusedReward(priced: PricedCart, { rewardIds }: OffersAsked): Failure | undefined {
  const refused = priced.refused.find(({ kind }) => kind === 'reward');
  if (refused === undefined) return undefined;
  const { kind: _, id: rewardId, ...why } = refused;
  return failure('reward-refused', {
    message: sentenceOf(refused),
    field: `rewardIds.${rewardIds.indexOf(rewardId)}`,
    details: { rewardId, ...why },
  });
}

function sentenceOf(refused: RefusedOffer): string {
  switch (refused.reason) {
    case 'points-short':
      return `The customer does not have enough points for ${refused.title}: ${refused.missingPoints} are missing.`;
    case 'used-up':
      return `None of ${refused.title} are left.`;
    case 'used-up-by-customer':
      return `The customer has taken ${refused.title} as often as it can be taken.`;
    case 'no-fitting-line':
      return `What ${refused.title} is for is not in the cart.`;
    case 'over':
      return `${refused.title} is over.`;
    case 'not-yet':
      return `${refused.title} has not begun.`;
    default:
      return `${refused.title} cannot be taken with this sale.`;
  }
}
