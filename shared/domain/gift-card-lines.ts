import { addMinor } from './money.ts';
import type { PricedCart, PricedLine } from './price.ts';

/** A gift card that is sold: `amountMinor` is put on it. */
export type GiftCardLine = { lineId: string; amountMinor: number };

/**
 * A priced cart with the gift cards that are sold with it, as lines behind its own. What is paid for them is owed to
 * whoever brings the card: no tax, discount, promotion or point looks at it. Throws RangeError as `price` does.
 */
export function addGiftCards(priced: PricedCart, cards: readonly GiftCardLine[]): PricedCart {
  if (cards.length === 0) return priced;
  const sumMinor = sumOfGiftCards(cards);
  return {
    ...priced,
    lines: [...priced.lines, ...cards.map(pricedCard)],
    grossMinor: addMinor(priced.grossMinor, sumMinor),
    netMinor: addMinor(priced.netMinor, sumMinor),
    totalMinor: addMinor(priced.totalMinor, sumMinor),
    itemCount: priced.itemCount + cards.length,
  };
}

export function sumOfGiftCards(cards: readonly GiftCardLine[]): number {
  return addMinor(0, ...cards.map(({ amountMinor }) => amountMinor));
}

function pricedCard({ lineId, amountMinor }: GiftCardLine): PricedLine {
  return {
    lineId,
    grossMinor: amountMinor,
    lineDiscountMinor: 0,
    promotionMinor: 0,
    rewardMinor: 0,
    orderDiscountMinor: 0,
    totalMinor: amountMinor,
    netMinor: amountMinor,
    taxMinor: 0,
  };
}
