import type { Currency } from './currency.ts';
import type { RoundingMode } from './money.ts';
import type { TaxMode, TaxPart, TaxRate } from './tax.ts';

export type Discount = { kind: 'percent'; percentPpm: number } | { kind: 'amount'; amountMinor: number };

export type CartLine = {
  lineId: string;
  productId: string | null;
  name: string;
  unitPriceMinor: number;
  quantityMilli: number;
  taxRates: readonly TaxRate[];
  discount?: Discount | undefined;
  pointsMultiplierPpm?: number | undefined;
};

export type Cart = { lines: readonly CartLine[]; discount?: Discount | undefined };

export type PricingRules = {
  version: 1;
  currency: Currency;
  taxMode: TaxMode;
  taxRounding: 'line' | 'order';
  rounding: RoundingMode;
};

export type PricedLine = {
  lineId: string;
  grossMinor: number;
  lineDiscountMinor: number;
  orderDiscountMinor: number;
  totalMinor: number;
  netMinor: number;
  taxMinor: number;
};

export type TaxTotal = TaxPart;

export type PricedCart = {
  lines: PricedLine[];
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxes: TaxTotal[];
  itemCount: number;
};

export function price(cart: Cart, rules: PricingRules): PricedCart {
  throw new Error(`not written yet: ${cart.lines.length}${rules.version}`);
}
