import { refuseReward } from './eligible.ts';
import type { RoundingMode } from './money.ts';
import { placesInScope, type Left, type LinePlaces } from './offer-lines.ts';
import type { CartOffers, Refusal, Reward, RewardEffect } from './offers.ts';
import { nothingTaken, takeFrom, takeOff, type Taken } from './promotion-effects.ts';

export type TakenReward = { reward: Reward; taken: Taken };
export type RefusedReward = { reward: Reward; refusal: Refusal };

/**
 * Takes the customer's rewards in the order given, each once and each on what those before it left; `left` changes. A
 * reward that takes nothing off costs no points, and all together never cost more than the customer has.
 */
export function applyRewards(
  offers: CartOffers,
  places: LinePlaces,
  left: Left,
  rounding: RoundingMode,
): { taken: TakenReward[]; refused: RefusedReward[] } {
  const taken: TakenReward[] = [];
  const refused: RefusedReward[] = [];
  const seen = new Set<string>();
  let pointsLeft = offers.customer?.pointsBalance ?? 0;
  for (const reward of offers.rewards) {
    if (seen.has(reward.id)) continue;
    seen.add(reward.id);
    const off = takeReward(reward.effect, places, left, rounding);
    const refusal =
      refuseReward(reward, offers) ?? refusePlaces(reward, places, off) ?? refusePoints(reward, pointsLeft);
    if (refusal !== null) {
      refused.push({ reward, refusal });
      continue;
    }
    pointsLeft -= reward.points;
    takeFrom(left, off);
    taken.push({ reward, taken: off });
  }
  return { taken, refused };
}

function refusePlaces({ effect }: Reward, places: LinePlaces, off: Taken): Refusal | null {
  if (placesOfReward(effect, places).length === 0) return { reason: 'no-fitting-line' };
  return off.discountMinor === 0 ? { reason: 'nothing-to-take-off' } : null;
}

function refusePoints({ points }: Reward, pointsLeft: number): Refusal | null {
  return points > pointsLeft ? { reason: 'points-short', missingPoints: points - pointsLeft } : null;
}

function takeReward(effect: RewardEffect, places: LinePlaces, left: Left, rounding: RoundingMode): Taken {
  const at = placesOfReward(effect, places);
  return effect.kind === 'free-item' ? takePiece(at, left) : takeOff(effect, at, left, rounding);
}

function placesOfReward(effect: RewardEffect, places: LinePlaces): readonly number[] {
  if (effect.kind !== 'free-item') return places.all;
  return placesInScope({ kind: 'products', productIds: [effect.productId] }, places);
}

/** One piece that is not free yet, the dearest of these lines; in a line whose pieces do not divide, one of the dearer. */
function takePiece(places: readonly number[], left: Left): Taken {
  let best = { place: -1, amountMinor: 0, freePieces: 1 };
  for (const place of places) {
    const pieces = left.pieces[place] ?? 0;
    if (pieces === 0) continue;
    const paidPieces = Math.max(pieces - (left.freePieces[place] ?? 0), 1);
    const amountMinor = Math.ceil((left.minor[place] ?? 0) / paidPieces);
    if (amountMinor > best.amountMinor) best = { place, amountMinor, freePieces: 1 };
  }
  return best.amountMinor === 0 ? nothingTaken : { discountMinor: best.amountMinor, parts: [best] };
}
