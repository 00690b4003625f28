import type { CartDraft, HandDiscount } from './cart-draft.ts';

/** Takes something off the whole sale by hand, in place of what was taken off before; null takes nothing off. */
export function discountSale(draft: CartDraft, discount: HandDiscount | null): CartDraft {
  return { ...draft, discount };
}
