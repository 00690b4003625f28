import type { CartDraft } from './cart-draft.ts';

export const MOST_GIFT_CARDS = 20;

/** Sells a gift card of so much. */
export function sellGiftCard(draft: CartDraft, amountMinor: number, lineId: string): CartDraft {
  if (draft.giftCards.length >= MOST_GIFT_CARDS) return draft;
  return { ...draft, giftCards: [...draft.giftCards, { lineId, amountMinor }] };
}

/** Takes a gift card out again. */
export function dropGiftCard(draft: CartDraft, lineId: string): CartDraft {
  const giftCards = draft.giftCards.filter((card) => card.lineId !== lineId);
  return giftCards.length === draft.giftCards.length ? draft : { ...draft, giftCards };
}
