import type { OffersAnswer } from '../../../shared/api/offers.ts';
import { refuseReward, type Occasion } from '../../../shared/domain/eligible.ts';
import type { Refusal } from '../../../shared/domain/offers.ts';
import type { PricedLine } from '../../../shared/domain/price.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import type { OpenReward } from './offer-glance.ts';

type Reward = OffersAnswer['rewards'][number];
type Asked = { lines: readonly DraftLine[]; rewardIds: readonly string[] };

/**
 * The rewards that are not taken for this cart, each with the reason why it cannot be, as the price function would give
 * it; but that points are missing is said before that nothing fits. Working each out by pricing the cart once more
 * would be felt on a long cart.
 */
export function openRewards(
  rewards: readonly Reward[],
  { lines, rewardIds }: Asked,
  priced: Pick<PricedDraft, 'lines' | 'rewards'>,
  occasion: Occasion,
): OpenReward[] {
  const spent = priced.rewards.reduce((sum, { points }) => sum + points, 0);
  const pointsLeft = (occasion.customer?.pointsBalance ?? 0) - spent;
  const taken = new Set(rewardIds);
  return rewards
    .filter(({ id }) => !taken.has(id))
    .map((reward) => {
      const { id, title, points } = reward;
      const refusal =
        refuseReward(reward, occasion) ??
        refusePoints(reward, pointsLeft) ??
        refuseLines(reward, lines, priced.lines);
      return { id, title, points, refusal };
    });
}

function refusePoints({ points }: Reward, pointsLeft: number): Refusal | null {
  return points > pointsLeft ? { reason: 'points-short', missingPoints: points - pointsLeft } : null;
}

function refuseLines(
  { effect }: Reward,
  lines: readonly DraftLine[],
  priced: readonly PricedLine[],
): Refusal | null {
  let fits = false;
  for (const [place, { product, quantityMilli }] of lines.entries()) {
    if (effect.kind === 'free-item' && product.id !== effect.productId) continue;
    fits = true;
    const hasPiece = effect.kind !== 'free-item' || quantityMilli % ONE === 0;
    if (hasPiece && leftOn(priced[place]) > 0) return null;
  }
  return { reason: fits ? 'nothing-to-take-off' : 'no-fitting-line' };
}

function leftOn(line: PricedLine | undefined): number {
  if (line === undefined) return 0;
  return line.grossMinor - line.lineDiscountMinor - line.promotionMinor - line.rewardMinor;
}
