import { emptyDraft, type CartDraft } from './cart-draft.ts';

/** Takes everything out, the customer, promotions and rewards too. */
export function clearCart(draft: CartDraft): CartDraft {
  const { lines, customer, presented, rewardIds, giftCards, discount } = draft;
  const count = lines.length + presented.length + rewardIds.length + giftCards.length;
  const isEmpty = count === 0 && customer === null && discount === null;
  return isEmpty ? draft : emptyDraft;
}
