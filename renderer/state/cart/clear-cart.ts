import { emptyDraft, type CartDraft } from './cart-draft.ts';

/** Takes everything out, the customer, promotions and rewards too. */
export function clearCart(draft: CartDraft): CartDraft {
  const { lines, customer, presented, rewardIds, giftCards } = draft;
  const isEmpty =
    lines.length + presented.length + rewardIds.length + giftCards.length === 0 && customer === null;
  return isEmpty ? draft : emptyDraft;
}
