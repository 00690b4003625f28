import type { Settings } from '../../shared/api/settings.ts';
import { useCart } from './cart.ts';
import type { CartDraft } from './cart/cart-draft.ts';
import { priceDraft, type PricedDraft } from './cart/price-draft.ts';
import { pricedCart } from './cart/priced-cart.ts';
import { offersFor, useOffersState } from './offers.ts';

/** What the cart on the screen costs now, with the offers as they were told last. */
export function useCartPrice(settings: Settings): PricedDraft {
  const draft = useCart((state) => state.draft);
  const offers = useOffersState((state) => offersFor(state, draft.customer));
  const pricedAt = useOffersState((state) => state.pricedAt);
  return pricedCart(draft, settings, offers, pricedAt);
}

/** The same outside a component. */
export function cartPriceNow(settings: Settings): PricedDraft {
  const { draft } = useCart.getState();
  const offers = useOffersState.getState();
  return pricedCart(draft, settings, offersFor(offers, draft.customer), offers.pricedAt);
}

/** What the cart would cost if this was its draft. */
export function cartPriceOf(draft: CartDraft, settings: Settings): PricedDraft {
  const offers = useOffersState.getState();
  return priceDraft(draft, settings, offersFor(offers, draft.customer), offers.pricedAt);
}
