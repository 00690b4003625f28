import type { Settings } from '../../../shared/api/settings.ts';
import { useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';
import { usePayment } from './payment-store.ts';
import { pointsToEarn } from './points-to-earn.ts';

/** What this sale earns its customer, without what was paid with points; for nobody, what it could earn somebody. */
export function usePointsToEarn(priced: PricedDraft, settings: Settings): number {
  const { customer, lines } = useCart((state) => state.draft);
  const standing = useOffersState((state) => offersFor(state, customer)?.customer ?? null);
  const taken = usePayment((state) => state.payment.taken);
  if (standing === null) return priced.points;
  return pointsToEarn(priced, lines, settings, standing, taken);
}
