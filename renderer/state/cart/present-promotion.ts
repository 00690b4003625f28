import type { CartDraft, PresentedPromotion } from './cart-draft.ts';

/** A promotion whose code was scanned or typed for this cart; the same one again changes nothing. */
export function presentPromotion(draft: CartDraft, promotion: PresentedPromotion): CartDraft {
  const isThere = draft.presented.some(({ promotionId }) => promotionId === promotion.promotionId);
  return isThere ? draft : { ...draft, presented: [...draft.presented, promotion] };
}
