import type { Product } from '../../../shared/api/catalog.ts';
import type { CartDraft, DraftLine } from './cart-draft.ts';

/**
 * Rings up a product: more of the line that has it already at this price, else a new last line, which `lineId` names.
 * A product whose price changed meanwhile gets a line of its own, so that nobody is charged other than told, and so does
 * one whose line was discounted, noted or scanned from a label.
 */
export function addProduct(
  draft: CartDraft,
  product: Product,
  quantityMilli: number,
  lineId: string,
): CartDraft {
  const same = draft.lines.find(
    (line) =>
      line.product.id === product.id && line.unitPriceMinor === product.priceMinor && isUntouched(line),
  );
  if (same === undefined) {
    const line = { lineId, product, quantityMilli, unitPriceMinor: product.priceMinor };
    return { ...draft, lines: [...draft.lines, line], selectedLineId: lineId };
  }
  const more = { ...same, product, quantityMilli: same.quantityMilli + quantityMilli };
  return {
    ...draft,
    lines: draft.lines.map((line) => (line === same ? more : line)),
    selectedLineId: same.lineId,
  };
}

function isUntouched({ priceReason, discount, note, label }: DraftLine): boolean {
  return [priceReason, discount, note, label].every((edit) => edit === undefined);
}
