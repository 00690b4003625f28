import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { useExchange } from '../../state/exchange.ts';
import { spendableOf, useOffersState } from '../../state/offers.ts';
import { fitPoints, pointsPaid } from './payment-draft.ts';
import { isStoring, paymentActions, usePayment } from './payment-store.ts';
import { afterExchange, paymentTermsOf } from './payment-terms.ts';

/** Keeps a payment with points within what the cart comes to; tells how many points went back. */
export function useFitPoints(settings: Settings, onGivenBack: (points: number) => void): void {
  const customer = useCart((state) => state.draft.customer);
  const balance = useOffersState((state) => spendableOf(state, customer));
  const priced = useCartPrice(settings);
  const payment = usePayment((state) => state.payment);
  const exchange = useExchange((state) => state.exchange);
  const fit = useEffectEvent(() => {
    if (isStoring()) return;
    const terms = afterExchange(paymentTermsOf(priced, settings, balance, undefined), exchange);
    const fitted = fitPoints(payment, terms);
    if (fitted === payment) return;
    paymentActions.replace(fitted);
    onGivenBack(pointsPaid(payment.taken, settings.points) - pointsPaid(fitted.taken, settings.points));
  });
  useEffect(() => {
    fit();
  }, [priced.totalMinor, payment.taken]);
}
