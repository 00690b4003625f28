import type { CartDraft } from './cart-draft.ts';

/** Takes a promotion that was presented off the cart again. */
export function withdrawPromotion(draft: CartDraft, promotionId: string): CartDraft {
  const presented = draft.presented.filter((promotion) => promotion.promotionId !== promotionId);
  return presented.length === draft.presented.length ? draft : { ...draft, presented };
}
