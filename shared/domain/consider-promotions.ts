import type { Candidate } from './choose-promotions.ts';
import { refusePromotion } from './eligible.ts';
import type { RoundingMode } from './money.ts';
import { placesInScope, type Left, type LinePlaces } from './offer-lines.ts';
import type { CartOffers, Promotion, Refusal, RefusedOffer } from './offers.ts';
import { missingPieces, savingOf } from './promotion-effects.ts';

export type Considered = {
  /** Those that would take something off, by priority, then id. */
  candidates: Candidate[];
  /** Those that give bonus points and nothing else; they are in nobody's way. */
  pointsOnly: Candidate[];
  refused: RefusedOffer[];
};

/** Looks at every promotion as if it were the only one, on a cart that no promotion has touched. */
export function considerPromotions(
  offers: CartOffers,
  places: LinePlaces,
  left: Left,
  rounding: RoundingMode,
): Considered {
  const considered: Considered = { candidates: [], pointsOnly: [], refused: [] };
  const presented = new Set(offers.presentedIds);
  for (const promotion of [...offers.promotions].sort(byPriority)) {
    const at = placesInScope(promotion.scope, places);
    const refusal =
      refusePromotion(promotion, offers, presented.has(promotion.id)) ?? refuseSpend(promotion, at, left);
    if (refusal !== null) {
      considered.refused.push(refusedPromotion(promotion, refusal));
      continue;
    }
    const savingMinor = savingOf(promotion.effect, at, left, rounding);
    const bonusPoints = offers.customer === null ? 0 : promotion.bonusPoints;
    const candidate = { promotion, places: at, savingMinor, bonusPoints };
    if (savingMinor > 0) considered.candidates.push(candidate);
    else if (promotion.effect.kind === 'points' && bonusPoints > 0) considered.pointsOnly.push(candidate);
    else considered.refused.push(refusedPromotion(promotion, refusalOfEffect(promotion, at, left)));
  }
  return considered;
}

export function refusedPromotion({ id, title }: Promotion, refusal: Refusal): RefusedOffer {
  return { kind: 'promotion', id, title, ...refusal };
}

function byPriority(one: Promotion, other: Promotion): number {
  if (one.priority !== other.priority) return one.priority - other.priority;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

function refuseSpend(promotion: Promotion, places: readonly number[], left: Left): Refusal | null {
  if (places.length === 0) return { reason: 'no-fitting-line' };
  if (promotion.minimumSpendMinor <= 0) return null;
  let spentMinor = 0;
  for (const place of places) spentMinor += left.minor[place] ?? 0;
  const missingMinor = promotion.minimumSpendMinor - spentMinor;
  return missingMinor > 0 ? { reason: 'spend-more', missingMinor } : null;
}

function refusalOfEffect({ effect }: Promotion, places: readonly number[], left: Left): Refusal {
  const missingCount = missingPieces(effect, places, left);
  return missingCount > 0 ? { reason: 'more-pieces', missingCount } : { reason: 'nothing-to-take-off' };
}
