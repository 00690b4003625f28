import type { Promotion } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { refusePromotion } from '../../../shared/domain/eligible.ts';
import type { Refusal } from '../../../shared/domain/offers.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { cartPriceNow } from '../../state/cart-price.ts';
import { useOffersState } from '../../state/offers.ts';
import { occasionOf } from './occasion-of.ts';
import { sellView } from './sell-view.ts';

/** Reasons that nothing at the counter changes: such a code is told of and not kept. */
const hopeless = new Set<Refusal['reason']>(['inactive', 'not-yet', 'over', 'used-up']);

/**
 * Puts a promotion on this sale whose code was scanned or typed, and tells what it does: what it saves, or the reason
 * in words. One that may still count later in this sale is kept, the others are taken off again.
 */
export function presentPromotion(promotion: Promotion, code: string, settings: Settings): void {
  const { id, title } = promotion;
  const isAgain = useCart.getState().draft.presented.some(({ promotionId }) => promotionId === id);
  if (!isAgain) cartActions.presentPromotion({ promotionId: id, title, code });
  const priced = cartPriceNow(settings);
  const applied = priced.promotions.find(({ promotionId }) => promotionId === id);
  if (applied !== undefined) {
    const { discountMinor, bonusPoints } = applied;
    return sellView.tell({ kind: 'promotion', title, discountMinor, bonusPoints, isAgain });
  }
  const refusal =
    priced.refused.find((offer) => offer.kind === 'promotion' && offer.id === id) ??
    refuseUnlisted(promotion, settings);
  const isKept = !hopeless.has(refusal.reason);
  if (!isKept) cartActions.withdrawPromotion(id);
  sellView.tell({ kind: 'promotion-refused', title, refusal, isKept });
}

/** Promotions that ended long ago, or are switched off, are not among the offers of a cart. */
function refuseUnlisted(promotion: Promotion, settings: Settings): Refusal {
  const nobody = { promotions: [], rewards: [], customer: null };
  const occasion = occasionOf(nobody, useOffersState.getState().pricedAt, settings);
  return refusePromotion({ ...promotion, usedByCustomer: 0 }, occasion, true) ?? { reason: 'inactive' };
}
