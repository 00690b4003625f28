import type { AppliedPromotion, AppliedReward } from '../../../shared/domain/offers.ts';
import { sellTexts } from './texts.ts';

/** What one offer takes off one line. */
export type LineOffer = { title: string; amountMinor: number };

/** The offers that take something off each line, by its id. */
export function offersByLine({
  promotions,
  rewards,
}: {
  promotions: readonly AppliedPromotion[];
  rewards: readonly AppliedReward[];
}): ReadonlyMap<string, readonly LineOffer[]> {
  const byLine = new Map<string, LineOffer[]>();
  for (const { title, parts } of [...promotions, ...rewards]) {
    for (const { lineId, amountMinor } of parts) {
      if (amountMinor === 0) continue;
      byLine.set(lineId, [...(byLine.get(lineId) ?? []), { title, amountMinor }]);
    }
  }
  return byLine;
}

/** `−10.00 Bakery week`; several together as `−12.50 2 offers`. `amount` writes minor units. */
export function lineOfferWords(
  offers: readonly LineOffer[] | undefined,
  amount: (minor: number) => string,
): string {
  const [first, second] = offers ?? [];
  if (first === undefined) return '';
  if (second === undefined) {
    const { title, amountMinor } = first;
    return sellTexts.text('linePromotion', { title, amount: amount(amountMinor) });
  }
  const sumMinor = (offers ?? []).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return sellTexts.text('lineOffers', { amount: amount(sumMinor), count: (offers ?? []).length });
}
