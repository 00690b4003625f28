import type { Product } from '../../../shared/api/catalog.ts';
import type { CartDraft } from './cart-draft.ts';

/**
 * Takes in what the books say now of a product in the cart: its name and its stock. The price that the customer was
 * told stays on the line.
 */
export function refreshProduct(draft: CartDraft, product: Product): CartDraft {
  const isStale = draft.lines.some(
    (line) => line.product.id === product.id && !isSame(line.product, product),
  );
  if (!isStale) return draft;
  return {
    ...draft,
    lines: draft.lines.map((line) =>
      line.product.id === product.id && !isSame(line.product, product) ? { ...line, product } : line,
    ),
  };
}

function isSame(one: Product, other: Product): boolean {
  return one.updatedAt === other.updatedAt && one.onHandMilli === other.onHandMilli;
}
