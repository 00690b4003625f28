import type { CartOffers, Promotion, Reward } from './offers.ts';
import { storeClock } from './store-clock.ts';

/** What the books know of offers for one customer, or for nobody: an answer of the offers route has this shape. */
export type KnownOffers = {
  promotions: readonly Promotion[];
  rewards: readonly Reward[];
  customer: { id: string; tierId: string | null; pointsBalance: number } | null;
};

/** What a cart asks for: promotions whose code was presented, and rewards in the order in which they were taken. */
export type OffersAsked = { presentedIds: readonly string[]; rewardIds: readonly string[] };

/**
 * The offers of a cart at an instant (ISO text in UTC), as the price function takes them, on the screen and in the
 * engine alike. Rewards that are not known are left out: whoever asks for them has to notice.
 */
export function toCartOffers(
  known: KnownOffers,
  asked: OffersAsked,
  at: string,
  timeZone: string,
): CartOffers {
  const { promotions, rewards, customer } = known;
  return {
    promotions,
    presentedIds: asked.presentedIds,
    rewards: asked.rewardIds.flatMap((id) => rewards.find((reward) => reward.id === id) ?? []),
    customer,
    at,
    ...storeClock(Date.parse(at), timeZone),
  };
}
