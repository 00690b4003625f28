/** Five years of 365.25 days, in seconds. */
const life = 157_788_000;
const day = 86_400;

/** What the books keep of a customer's cards, in seconds since 1970. */
export type CardsOf = { created_at: string; card_expires_at: number; cards_void_to: number };

/**
 * When the customer's newest card expires. The first comes with the customer, so that everybody has one and printing it
 * writes nothing; `card_expires_at` is 0 until another is issued.
 */
export function newestExpiry({ created_at: createdAt, card_expires_at: issued }: CardsOf): number {
  return issued > 0 ? issued : Math.floor(Date.parse(createdAt) / 1000) + life;
}

/** Revoking voids all cards that were issued until then; those issued later expire later. */
export function isVoid({ cards_void_to: voidTo }: CardsOf, expiresAt: number): boolean {
  return expiresAt <= voidTo;
}

/**
 * The expiry of a card that is issued now, or null when the newest one is less than a day old and will do. Later than
 * that of any card before it, also when the clock went back.
 */
export function nextExpiry(cards: CardsOf, nowSeconds: number): number | null {
  const newest = newestExpiry(cards);
  if (!isVoid(cards, newest) && newest - life > nowSeconds - day) return null;
  return Math.max(nowSeconds + life, newest + 1, cards.cards_void_to + 1);
}
