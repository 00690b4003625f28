import type { CartDraft, DraftLine } from './cart-draft.ts';
import { priceDraft, type DraftOffers, type DraftSettings, type PricedDraft } from './price-draft.ts';

type Known = { of: readonly unknown[]; priced: PricedDraft };

const known = new WeakMap<readonly DraftLine[], Known>();

/** `priceDraft`, worked out once for the same sale, settings, offers and instant, however many parts of the screen ask. */
export function pricedCart(
  draft: Pick<CartDraft, 'lines' | 'customer' | 'presented' | 'rewardIds' | 'giftCards' | 'discount'>,
  settings: DraftSettings,
  offers: DraftOffers | null,
  at: string,
): PricedDraft {
  const { lines, customer, presented, rewardIds, giftCards, discount } = draft;
  const of = [customer, presented, rewardIds, giftCards, discount, settings, offers, at];
  const before = known.get(lines);
  if (before?.of.every((each, index) => each === of[index])) return before.priced;
  const priced = priceDraft(draft, settings, offers, at);
  known.set(lines, { of, priced });
  return priced;
}
