import { applyRewards, type TakenReward } from './apply-rewards.ts';
import {
  choosePromotions,
  winnerFinder,
  type Candidate,
  type Chosen,
  type Plan,
} from './choose-promotions.ts';
import { considerPromotions, refusedPromotion } from './consider-promotions.ts';
import type { RoundingMode } from './money.ts';
import { leftOf, placesOf, type OfferLine } from './offer-lines.ts';
import type { AppliedPromotion, AppliedReward, CartOffers, RefusedOffer } from './offers.ts';
import { nothingTaken, type Taken } from './promotion-effects.ts';

/** `promotionMinor`, `rewardMinor`: what is taken off each line, in the order of the cart. */
export type OffersApplied = {
  promotionMinor: number[];
  rewardMinor: number[];
  promotions: AppliedPromotion[];
  rewards: AppliedReward[];
  refused: RefusedOffer[];
};

/**
 * Promotions and then rewards on a cart whose lines come to `amounts` after their own discounts. Everything that was
 * offered is in the answer: applied, or refused with its reason. The order in which promotions are listed does not
 * matter; rewards go in theirs.
 */
export function applyOffers(
  lines: readonly OfferLine[],
  amounts: readonly number[],
  offers: CartOffers,
  rounding: RoundingMode,
): OffersApplied {
  const start = leftOf(lines, amounts);
  const places = placesOf(lines, start);
  const { candidates, pointsOnly, refused } = considerPromotions(offers, places, start, rounding);
  const plan = choosePromotions(candidates, start, rounding);
  const minorBefore = [...plan.left.minor];
  const rewards = applyRewards(offers, places, plan.left, rounding);
  const bonusOnly = pointsOnly.map((candidate): Chosen => ({ candidate, taken: nothingTaken }));
  return {
    promotionMinor: start.minor.map((minor, place) => minor - (minorBefore[place] ?? 0)),
    rewardMinor: minorBefore.map((minor, place) => minor - (plan.left.minor[place] ?? 0)),
    promotions: [...plan.chosen, ...bonusOnly].map((chosen) => appliedPromotion(chosen, lines)),
    rewards: rewards.taken.map((taken) => appliedReward(taken, lines)),
    refused: [
      ...refused,
      ...refuseLosers(candidates, plan),
      ...rewards.refused.map(({ reward: { id, title }, refusal }) => ({
        kind: 'reward' as const,
        id,
        title,
        ...refusal,
      })),
    ],
  };
}

function refuseLosers(candidates: readonly Candidate[], plan: Plan): RefusedOffer[] {
  const winnerOver = winnerFinder(plan);
  const winners = new Set(plan.chosen.map(({ candidate }) => candidate));
  return candidates
    .filter((candidate) => !winners.has(candidate))
    .map((loser) => {
      const winner = winnerOver(loser);
      return refusedPromotion(
        loser.promotion,
        winner === null
          ? { reason: 'nothing-to-take-off' }
          : { reason: 'better-offer', winnerTitle: winner.title },
      );
    });
}

function appliedPromotion({ candidate, taken }: Chosen, lines: readonly OfferLine[]): AppliedPromotion {
  const { promotion, bonusPoints } = candidate;
  return {
    promotionId: promotion.id,
    title: promotion.title,
    discountMinor: taken.discountMinor,
    bonusPoints,
    parts: partsOf(taken, lines),
  };
}

function appliedReward({ reward, taken }: TakenReward, lines: readonly OfferLine[]): AppliedReward {
  return {
    rewardId: reward.id,
    title: reward.title,
    points: reward.points,
    discountMinor: taken.discountMinor,
    parts: partsOf(taken, lines),
  };
}

function partsOf({ parts }: Taken, lines: readonly OfferLine[]): AppliedPromotion['parts'] {
  return parts
    .filter(({ amountMinor }) => amountMinor > 0)
    .map(({ place, amountMinor }) => ({ lineId: lines[place]?.lineId ?? '', amountMinor }));
}
