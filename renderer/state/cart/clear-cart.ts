import { emptyDraft, type CartDraft } from './cart-draft.ts';

/** Takes everything out, the customer too. */
export function clearCart(draft: CartDraft): CartDraft {
  return draft.lines.length === 0 && draft.customer === null ? draft : emptyDraft;
}
