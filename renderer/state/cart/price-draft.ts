import type { Settings } from '../../../shared/api/settings.ts';
import { addGiftCards } from '../../../shared/domain/gift-card-lines.ts';
import { toCartOffers, type KnownOffers } from '../../../shared/domain/cart-offers.ts';
import { bonusPointsOf, pointsEarned } from '../../../shared/domain/points.ts';
import { price, type Cart, type CartLine, type PricedCart } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import type { CartDraft, DraftLine } from './cart-draft.ts';

/** What pricing needs of the settings. */
export type DraftSettings = Pick<Settings, 'shop' | 'tax' | 'points'>;

/** What pricing needs of an answer of the offers route. */
export type DraftOffers = KnownOffers & {
  customer: (KnownOffers['customer'] & { multiplierPpm: number }) | null;
};

/** `points`: what the sale would earn, those of promotions among them. */
export type PricedDraft = PricedCart & { points: number };

/** The lines as the price function takes them, each with the rates of its product's tax class. */
export function toCart(lines: readonly DraftLine[], settings: DraftSettings): Cart {
  return {
    lines: lines.map(({ lineId, product, unitPriceMinor, quantityMilli, ...edits }): CartLine => ({
      lineId,
      productId: edits.isAdHoc === true ? null : product.id,
      categoryId: product.categoryId,
      name: product.name,
      unitPriceMinor,
      quantityMilli,
      taxRates: taxRatesOf(settings, product.taxClassId),
      pointsMultiplierPpm: product.pointsMultiplierPpm,
      discount: edits.discount?.discount,
      printedMinor: edits.label?.printedMinor ?? undefined,
    })),
  };
}

/**
 * What the draft costs at an instant (ISO text) with these offers, and the points it would earn: the engine's own
 * figures. Without offers, or with those of another customer, nobody's points and limits count.
 */
export function priceDraft(
  draft: Pick<CartDraft, 'lines' | 'customer' | 'presented' | 'rewardIds' | 'giftCards' | 'discount'>,
  settings: DraftSettings,
  known: DraftOffers | null,
  at: string,
): PricedDraft {
  const cart = toCart(draft.lines, settings);
  const customer = known?.customer?.id === draft.customer?.id ? (known?.customer ?? null) : null;
  const asked = {
    presentedIds: draft.presented.map(({ promotionId }) => promotionId),
    rewardIds: draft.rewardIds,
  };
  const offers =
    known === null ? undefined : toCartOffers({ ...known, customer }, asked, at, settings.shop.timeZone);
  const priced = price({ ...cart, discount: draft.discount?.discount, offers }, pricingRulesOf(settings));
  const tierMultiplierPpm = customer?.multiplierPpm;
  const earned = pointsEarned(priced, cart.lines, settings.points, { tierMultiplierPpm });
  return { ...addGiftCards(priced, draft.giftCards), points: earned + bonusPointsOf(priced) };
}
