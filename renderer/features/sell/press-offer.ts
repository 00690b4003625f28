import type { Settings } from '../../../shared/api/settings.ts';
import { cartActions } from '../../state/cart.ts';
import { cartPriceNow } from '../../state/cart-price.ts';
import type { GlanceItem, OpenReward } from './offer-glance.ts';
import { sellView } from './sell-view.ts';

/**
 * A press on an offer of the strip: takes off what was chosen, takes a reward or says why it cannot be taken, and
 * explains a promotion that came by itself.
 */
export function pressOffer(item: GlanceItem, settings: Settings): void {
  if (item.kind === 'reward') return pressReward(item, item.isChosen, settings);
  if (item.isChosen) return cartActions.withdrawPromotion(item.id);
  sellView.open('why');
}

/** Takes a reward for this sale, or gives it back; what became of it is told. */
export function pressReward(reward: OpenReward, isTaken: boolean, settings: Settings): void {
  const { id, title, points, refusal } = reward;
  if (isTaken) {
    cartActions.dropReward(id);
    return sellView.tell({ kind: 'taken-off', title });
  }
  if (refusal !== null) return sellView.tell({ kind: 'reward-refused', title, refusal });
  cartActions.takeReward(id);
  const refused = cartPriceNow(settings).refused.find((offer) => offer.kind === 'reward' && offer.id === id);
  if (refused !== undefined) return sellView.tell({ kind: 'reward-refused', title, refusal: refused });
  sellView.tell({ kind: 'reward', title, points });
}
