import type { Settings } from '../../../shared/api/settings.ts';
import { pointsEarned } from '../../../shared/domain/points.ts';
import { price, type Cart, type CartLine, type PricedCart } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import type { DraftLine } from './cart-draft.ts';

/** What pricing needs of the settings. */
export type DraftSettings = Pick<Settings, 'shop' | 'tax' | 'points'>;

export type PricedDraft = PricedCart & { points: number };

/** The lines as the price function takes them, each with the rates of its product's tax class. */
export function toCart(lines: readonly DraftLine[], settings: DraftSettings): Cart {
  return {
    lines: lines.map(({ lineId, product, unitPriceMinor, quantityMilli }): CartLine => ({
      lineId,
      productId: product.id,
      name: product.name,
      unitPriceMinor,
      quantityMilli,
      taxRates: taxRatesOf(settings, product.taxClassId),
    })),
  };
}

/** What the draft costs and the points it would earn a customer: the engine's own figures. */
export function priceDraft(lines: readonly DraftLine[], settings: DraftSettings): PricedDraft {
  const cart = toCart(lines, settings);
  const priced = price(cart, pricingRulesOf(settings));
  return { ...priced, points: pointsEarned(priced, cart.lines, settings.points) };
}
