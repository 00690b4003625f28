import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import type { PaymentTerms } from './payment-draft.ts';

/** What a total is paid on, by the shop's settings. */
export function paymentTermsOf({ totalMinor }: { totalMinor: number }, settings: Settings): PaymentTerms {
  const { currency: code } = settings.shop;
  return {
    totalMinor,
    cashRounding: settings.cash.rounding,
    currency: currencyOf(code) ?? { code, exponent: 2 },
  };
}
