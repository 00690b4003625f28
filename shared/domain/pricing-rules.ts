import { currencyOf } from './currency.ts';
import type { PricingRules } from './price.ts';
import type { TaxRate } from './tax.ts';

/** What the price function needs of the store's settings. */
export type PricingSettings = {
  shop: { currency: string };
  tax: {
    mode: 'inclusive' | 'exclusive';
    rounding: 'line' | 'order';
    roundingMode: 'half-up' | 'half-even';
    classes: readonly { id: string; rates: readonly TaxRate[] }[];
    defaultClassId: string;
  };
};

/** The rules that a sale is priced with, as it stores them. Throws RangeError for a currency that does not exist. */
export function pricingRulesOf(settings: PricingSettings): PricingRules {
  const currency = currencyOf(settings.shop.currency);
  if (currency === undefined) throw new RangeError(`Not a currency: ${settings.shop.currency}`);
  return {
    version: 1,
    currency,
    taxMode: settings.tax.mode,
    taxRounding: settings.tax.rounding,
    rounding: settings.tax.roundingMode,
  };
}

/** The rates of a product's tax class; a class that no longer exists counts as the default one. */
export function taxRatesOf(settings: PricingSettings, taxClassId: string | null): readonly TaxRate[] {
  const { classes, defaultClassId } = settings.tax;
  const found =
    classes.find(({ id }) => id === taxClassId) ?? classes.find(({ id }) => id === defaultClassId);
  return found?.rates ?? [];
}
