import { embeddedSale } from '../../../shared/domain/embedded-barcode.ts';
import type { CartDraft, DraftLine } from './cart-draft.ts';

/** A line of the engine's `price-changed` answer. */
export type PriceChange = { lineId: string; wasMinor: number; nowMinor: number };

/** Charges the prices that the books have now, on the lines that are named. */
export function takeNewPrices(draft: CartDraft, changes: readonly PriceChange[]): CartDraft {
  const now = new Map(changes.map((change) => [change.lineId, change.nowMinor]));
  if (!draft.lines.some((line) => now.has(line.lineId))) return draft;
  return {
    ...draft,
    lines: draft.lines.map((line) => {
      const priceMinor = now.get(line.lineId);
      if (priceMinor === undefined) return line;
      const product = { ...line.product, priceMinor };
      return { ...line, product, unitPriceMinor: priceMinor, quantityMilli: quantityAt(line, product) };
    }),
  };
}

/** The price on a label stays; it is another quantity of the product then. */
function quantityAt({ label, quantityMilli }: DraftLine, product: DraftLine['product']): number {
  const printedMinor = label?.printedMinor ?? null;
  if (printedMinor === null) return quantityMilli;
  return embeddedSale({ value: 'price', amount: printedMinor }, product)?.quantityMilli ?? quantityMilli;
}
