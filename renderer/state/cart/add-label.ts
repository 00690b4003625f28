import type { Product } from '../../../shared/api/catalog.ts';
import type { CartDraft, LineLabel } from './cart-draft.ts';

/** Rings up a pack by its in-store label: every label is a line of its own. */
export function addLabel(
  draft: CartDraft,
  product: Product,
  { quantityMilli, ...label }: LineLabel & { quantityMilli: number },
  lineId: string,
): CartDraft {
  const line = { lineId, product, quantityMilli, unitPriceMinor: product.priceMinor, label };
  return { ...draft, lines: [...draft.lines, line], selectedLineId: lineId };
}
