import { ONE } from '../../../shared/domain/quantity.ts';
import type { GiftCardLine } from '../../../shared/domain/gift-card-lines.ts';
import type { DisplayCart, DisplayLine } from '../../app/customer-display/display-message.ts';
import type { CartDraft } from '../../state/cart/cart-draft.ts';
import { lineAmountMinor } from '../../state/cart/line-amount.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';

/** The cart as its customer reads it: what stands on the lines, less what was taken off, plus tax, is the total. */
export function displayCart(
  { lines, selectedLineId, giftCards }: Pick<CartDraft, 'lines' | 'selectedLineId' | 'giftCards'>,
  priced: PricedDraft,
): DisplayCart {
  const amounts = new Map(priced.lines.map((line) => [line.lineId, lineAmountMinor(line)]));
  const linesMinor = [...amounts.values()].reduce((sum, minor) => sum + minor, 0);
  const discountMinor = linesMinor - (priced.grossMinor - priced.discountMinor);
  return {
    lines: [
      ...lines.map(({ lineId, product, quantityMilli, unitPriceMinor }) => ({
        lineId,
        name: product.name,
        quantityMilli,
        unit: product.unit,
        unitPriceMinor,
        amountMinor: amounts.get(lineId) ?? 0,
      })),
      ...giftCards.map(cardLine),
    ],
    newestLineId: selectedLineId,
    itemCount: priced.itemCount,
    discountMinor,
    taxAddedMinor: priced.totalMinor - (linesMinor - discountMinor),
    totalMinor: priced.totalMinor,
  };
}

function cardLine({ lineId, amountMinor }: GiftCardLine): DisplayLine {
  return { lineId, name: null, quantityMilli: ONE, unit: 'each', unitPriceMinor: amountMinor, amountMinor };
}
