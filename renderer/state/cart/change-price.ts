import { changeLine, type CartDraft } from './cart-draft.ts';

/**
 * Asks another price for a line on purpose. The product's own price is no change and needs no reason; what a label says
 * counts no longer.
 */
export function changePrice(
  draft: CartDraft,
  lineId: string,
  { unitPriceMinor, reason }: { unitPriceMinor: number; reason: string },
): CartDraft {
  return changeLine(draft, lineId, ({ priceReason: _, label: __, ...line }) => {
    if (line.isAdHoc === true)
      return { ...line, product: { ...line.product, priceMinor: unitPriceMinor }, unitPriceMinor };
    const isOwn = unitPriceMinor === line.product.priceMinor;
    return { ...line, unitPriceMinor, ...(isOwn ? {} : { priceReason: reason }) };
  });
}
