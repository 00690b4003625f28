import type { OffersAnswer } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { bonusPointsOf, pointsEarned } from '../../../shared/domain/points.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { sumTaken, type TakenTender } from './payment-draft.ts';

/** What a sale earns its customer once so much of it was paid with points. */
export function pointsToEarn(
  priced: PricedDraft,
  lines: readonly DraftLine[],
  { points }: Pick<Settings, 'points'>,
  customer: NonNullable<OffersAnswer['customer']>,
  taken: readonly TakenTender[],
): number {
  const multipliers = lines.map(({ product: { pointsMultiplierPpm } }) => ({ pointsMultiplierPpm }));
  const earned = pointsEarned(priced, multipliers, points, {
    tierMultiplierPpm: customer.multiplierPpm,
    paidWithPointsMinor: sumTaken(taken.filter(({ kind }) => kind === 'points')),
  });
  return earned + bonusPointsOf(priced);
}
