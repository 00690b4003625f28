import type { Settings } from '../../../shared/api/settings.ts';
import { useCustomerCredits } from '../../api/credits.ts';
import { useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { useExchange } from '../../state/exchange.ts';
import { spendableOf, useOffersState } from '../../state/offers.ts';
import type { PaymentTerms } from './payment-draft.ts';
import { afterExchange, paymentTermsOf } from './payment-terms.ts';

/** What is paid for, and with what of the customer it can be paid. */
export function usePaymentTerms(priced: PricedDraft, settings: Settings): PaymentTerms {
  const customer = useCart((state) => state.draft.customer);
  const balance = useOffersState((state) => spendableOf(state, customer));
  const { data: credits } = useCustomerCredits(customer?.id ?? null);
  const exchange = useExchange((state) => state.exchange);
  const terms = paymentTermsOf(priced, settings, balance, customer === null ? undefined : credits);
  return afterExchange(terms, exchange);
}
