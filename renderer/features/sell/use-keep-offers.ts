import { useEffect } from 'react';
import { useOffers } from '../../api/cart-offers.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { useCart } from '../../state/cart.ts';
import { priceForNow, useOffersState } from '../../state/offers.ts';
import { isStoring, usePayment } from '../pay/index.ts';

const TICK = 20_000;
/** The engine takes prices that are up to ten minutes old. */
const OLDEST_WHILE_PAYING = 8 * 60_000;

/** Keeps the offers at hand, for nobody and for who buys, and the instant for which the cart is priced near to now. */
export function useKeepOffers(): void {
  useOffers(null);
  useOffers(useCart((state) => state.draft.customer?.id ?? null));
  useEffect(() => {
    moveOn();
    const timer = setInterval(moveOn, TICK);
    return () => clearInterval(timer);
  }, []);
}

/** What the customer was told while paying stays so, as long as the engine takes it. */
function moveOn(): void {
  if (isStoring()) return;
  const age = nowMilliseconds() - Date.parse(useOffersState.getState().pricedAt);
  if (usePayment.getState().step === 'pay' && age < OLDEST_WHILE_PAYING) return;
  priceForNow();
}
