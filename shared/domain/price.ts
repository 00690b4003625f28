import { applyOffers, type OffersApplied } from './apply-offers.ts';
import type { Currency } from './currency.ts';
import { discountOn, shareOrderDiscount, type Discount } from './discount.ts';
import { addMinor, multiplyDivide, type RoundingMode } from './money.ts';
import type { AppliedPromotion, AppliedReward, CartOffers, RefusedOffer } from './offers.ts';
import { ONE } from './quantity.ts';
import { fail, ok, type Result } from './result.ts';
import { addUpTaxes, taxLines } from './tax-lines.ts';
import type { TaxMode, TaxPart, TaxRate } from './tax.ts';

export type { Discount } from './discount.ts';

/**
 * `quantityMilli` in thousandths, below zero for what comes back; `pointsMultiplierPpm` 1 000 000 when left out.
 * `printedMinor`: what a label asks for the line, whatever unit price × quantity comes to.
 */
export type CartLine = {
  lineId: string;
  productId: string | null;
  categoryId?: string | null | undefined;
  name: string;
  unitPriceMinor: number;
  quantityMilli: number;
  taxRates: readonly TaxRate[];
  discount?: Discount | undefined;
  printedMinor?: number | undefined;
  pointsMultiplierPpm?: number | undefined;
};

/** `offers`: the promotions and rewards that are looked at; none when left out. */
export type Cart = {
  lines: readonly CartLine[];
  discount?: Discount | undefined;
  offers?: CartOffers | undefined;
};

/** All that the outcome depends on besides the cart; stored with the sale, so that a refund is priced alike. */
export type PricingRules = {
  version: 1;
  currency: Currency;
  taxMode: TaxMode;
  taxRounding: 'line' | 'order';
  rounding: RoundingMode;
};

/**
 * `grossMinor`: unit price × quantity, or what its label says; with tax inside or not, by the tax mode.
 * `totalMinor`: what the customer pays for the line, tax in; `netMinor + taxMinor = totalMinor`.
 */
export type PricedLine = {
  lineId: string;
  grossMinor: number;
  lineDiscountMinor: number;
  promotionMinor: number;
  rewardMinor: number;
  orderDiscountMinor: number;
  totalMinor: number;
  netMinor: number;
  taxMinor: number;
};

export type TaxTotal = TaxPart;

/**
 * Every figure is the sum of its lines; `discountMinor` is all that was taken off. `promotions` in the order in which
 * they were applied; `refused`: every promotion and reward that was looked at and does not count, with the reason.
 */
export type PricedCart = {
  lines: PricedLine[];
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxes: TaxTotal[];
  itemCount: number;
  promotions: AppliedPromotion[];
  rewards: AppliedReward[];
  refused: RefusedOffer[];
};

type LineStep = { grossMinor: number; lineDiscountMinor: number; amountMinor: number };

/**
 * The one price of a cart, on the screen, in the engine and in the cloud. Order of work: unit price × quantity, line
 * discounts, promotions, rewards, order discount shared over the lines, tax; every step is rounded to minor units. Cash rounding comes
 * with the payment. Throws RangeError when an amount leaves the safe integers.
 */
export function price(cart: Cart, rules: PricingRules): PricedCart {
  const { lines } = cart;
  const steps = lines.map((line) => priceBeforeOffers(line, rules.rounding));
  const offered = offersOf(cart, steps, rules.rounding);
  const amounts = steps.map(
    ({ amountMinor }, index) =>
      amountMinor - (offered?.promotionMinor[index] ?? 0) - (offered?.rewardMinor[index] ?? 0),
  );
  const orderDiscounts = shareOrderDiscount(amounts, cart.discount, rules.rounding);
  const taxed = taxLines(
    lines.map((line, index) => ({
      amountMinor: (amounts[index] ?? 0) - (orderDiscounts[index] ?? 0),
      rates: line.taxRates,
    })),
    rules,
  );
  const pricedLines = taxed.map((tax, index): PricedLine => ({
    lineId: lines[index]?.lineId ?? '',
    grossMinor: steps[index]?.grossMinor ?? 0,
    lineDiscountMinor: steps[index]?.lineDiscountMinor ?? 0,
    promotionMinor: offered?.promotionMinor[index] ?? 0,
    rewardMinor: offered?.rewardMinor[index] ?? 0,
    orderDiscountMinor: orderDiscounts[index] ?? 0,
    totalMinor: tax.grossMinor,
    netMinor: tax.netMinor,
    taxMinor: tax.taxMinor,
  }));
  return {
    lines: pricedLines,
    ...addUpLines(pricedLines),
    taxes: addUpTaxes(taxed),
    itemCount: countItems(lines),
    promotions: offered?.promotions ?? [],
    rewards: offered?.rewards ?? [],
    refused: offered?.refused ?? [],
  };
}

/** `price` for carts that nobody has checked: amounts that no till can count are the failure `money-invalid`. */
export function tryPrice(cart: Cart, rules: PricingRules): Result<PricedCart> {
  try {
    return ok(price(cart, rules));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail({
      code: 'money-invalid',
      message: 'This is more money than the till can count. Lower the quantity or the price.',
    });
  }
}

function offersOf(
  { lines, offers }: Cart,
  steps: readonly LineStep[],
  rounding: RoundingMode,
): OffersApplied | null {
  if (offers === undefined) return null;
  return applyOffers(
    lines,
    steps.map((step) => step.amountMinor),
    offers,
    rounding,
  );
}

function priceBeforeOffers(line: CartLine, rounding: RoundingMode): LineStep {
  const grossMinor =
    line.printedMinor ?? multiplyDivide(line.unitPriceMinor, line.quantityMilli, ONE, rounding);
  const lineDiscountMinor = discountOn(grossMinor, line.discount, rounding);
  return { grossMinor, lineDiscountMinor, amountMinor: grossMinor - lineDiscountMinor };
}

function addUpLines(lines: readonly PricedLine[]) {
  const sum = (of: (line: PricedLine) => number) => addMinor(...lines.map(of));
  return {
    grossMinor: sum((line) => line.grossMinor),
    discountMinor: sum(discountOfLine),
    netMinor: sum((line) => line.netMinor),
    taxMinor: sum((line) => line.taxMinor),
    totalMinor: sum((line) => line.totalMinor),
  };
}

/** All that is taken off a line. */
export function discountOfLine(line: PricedLine): number {
  return line.lineDiscountMinor + line.promotionMinor + line.rewardMinor + line.orderDiscountMinor;
}

/** How many things pass over the counter, in either direction: pieces, and one for each weighed line. */
function countItems(lines: readonly CartLine[]): number {
  let count = 0;
  for (const { quantityMilli } of lines) {
    count += quantityMilli % ONE === 0 ? Math.abs(quantityMilli) / ONE : 1;
  }
  return count;
}
