import type { KnownOffers } from '../../../shared/domain/cart-offers.ts';
import { tierOf } from '../../../shared/domain/points.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { activePromotionsFor } from '../promotions/index.ts';
import { cartRewards } from '../rewards/index.ts';

/** What offers look at of a customer, as stored. */
export type CustomerOfCart = {
  row_id: number;
  id: string;
  points_balance: number;
  tier_id: string | null;
  points_earned_ever: number;
};

/**
 * Every promotion that is on, the rewards of these ids, and the customer, as the price function takes them. Null when
 * there is nothing to look at: a shop without promotions pays nothing for them.
 */
export function offersForCart(
  context: EngineContext,
  db: ReadableDatabase,
  customer: CustomerOfCart | null,
  rewardIds: readonly string[],
): KnownOffers | null {
  const promotions = activePromotionsFor(context, db, customer?.row_id ?? null);
  if (promotions.length === 0 && rewardIds.length === 0) return null;
  if (customer === null) return { promotions, rewards: [], customer: null };
  const tier = tierOf(customer.points_earned_ever, customer.tier_id, context.settings().points.tiers);
  return {
    promotions,
    rewards: cartRewards(db, rewardIds, customer.row_id),
    customer: { id: customer.id, tierId: tier?.id ?? null, pointsBalance: customer.points_balance },
  };
}
