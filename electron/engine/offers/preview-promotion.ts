import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { promotionPreview, PromotionPreviewed } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { toCartOffers } from '../../../shared/domain/cart-offers.ts';
import type { Promotion } from '../../../shared/domain/offers.ts';
import { bonusPointsOf, pointsEarned, tierOf } from '../../../shared/domain/points.ts';
import { tryPrice, type CartLine, type PricedCart } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { activePromotionsFor, usesOf } from '../promotions/index.ts';
import { customerOfCart } from './get-offers.ts';
import type { CustomerOfCart } from './offers-for-cart.ts';

export type PreviewInput = z.output<typeof promotionPreview>;

const productForPreview = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('products')
    .leftJoin('categories', 'categories.row_id', 'products.category_row_id')
    .select([
      'products.id',
      'products.name',
      'products.price_minor',
      'products.tax_class_id',
      'products.points_multiplier_ppm',
      'categories.id as category_id',
    ])
    .where('products.id', '=', p('id')),
);

/**
 * What a cart would cost with a promotion that is not saved yet, among all that are: priced as a sale is, and nothing is
 * written. Fails with `product-unknown`, `customer-unknown` or `money-invalid`.
 */
export function previewPromotion(
  context: EngineContext,
  input: PreviewInput,
): Result<PromotionPreviewed, Failure> {
  const { customerId } = input;
  const customer = customerId === null ? null : context.read.first(customerOfCart, { id: customerId });
  if (customer === undefined) return fail(failure('customer-unknown', { field: 'customerId' }));
  const lines = readLines(context, input);
  if (!lines.ok) return lines;
  const settings = context.settings();
  const { multiplierPpm, ...facts } = factsOf(customer, settings);
  const promotion = draftOf(context, input, customer);
  const others = activePromotionsFor(context, context.read, customer?.row_id ?? null);
  const known = {
    promotions: [...others.filter(({ id }) => id !== promotion.id), promotion],
    rewards: [],
    ...facts,
  };
  const asked = { presentedIds: input.codePresented ? [promotion.id] : [], rewardIds: [] };
  const at = input.at ?? instantOf(context.clock.now());
  const offers = toCartOffers(known, asked, at, settings.shop.timeZone);
  const priced = tryPrice({ lines: lines.value, offers }, pricingRulesOf(settings));
  if (!priced.ok) return priced;
  const earned = pointsEarned(priced.value, lines.value, settings.points, {
    tierMultiplierPpm: multiplierPpm,
  });
  const points = customer === null ? 0 : earned + bonusPointsOf(priced.value);
  return ok({
    promotionId: promotion.id,
    ...previewedOf(lines.value, priced.value),
    pointsEarned: points,
  });
}

function factsOf(customer: CustomerOfCart | null, settings: Settings) {
  if (customer === null) return { customer: null, multiplierPpm: undefined };
  const { id, points_balance: pointsBalance, points_earned_ever: earnedEver } = customer;
  const tier = tierOf(earnedEver, customer.tier_id, settings.points.tiers);
  return {
    customer: { id, tierId: tier?.id ?? null, pointsBalance },
    multiplierPpm: tier?.multiplierPpm,
  };
}

function previewedOf(
  lines: readonly CartLine[],
  cart: PricedCart,
): Omit<PromotionPreviewed, 'promotionId' | 'pointsEarned'> {
  const { grossMinor, discountMinor, taxMinor, totalMinor, refused } = cart;
  return {
    applied: cart.promotions.map(({ parts: _, ...applied }) => applied),
    refused,
    lines: lines.flatMap(({ productId, name, quantityMilli }, index) => {
      const line = cart.lines[index];
      if (line === undefined || productId === null) return [];
      const { grossMinor: gross, promotionMinor, totalMinor: total } = line;
      return { productId, name, quantityMilli, grossMinor: gross, promotionMinor, totalMinor: total };
    }),
    grossMinor,
    discountMinor,
    taxMinor,
    totalMinor,
  };
}

function readLines(context: EngineContext, input: PreviewInput): Result<CartLine[], Failure> {
  const settings = context.settings();
  const lines: CartLine[] = [];
  for (const [index, { productId, quantityMilli }] of input.lines.entries()) {
    const product = context.read.first(productForPreview, { id: productId });
    if (product === undefined) return fail(failure('product-unknown', { field: `lines.${index}.productId` }));
    lines.push({
      lineId: String(index),
      productId: product.id,
      categoryId: product.category_id,
      name: product.name,
      unitPriceMinor: product.price_minor,
      quantityMilli,
      taxRates: taxRatesOf(settings, product.tax_class_id),
      pointsMultiplierPpm: product.points_multiplier_ppm,
    });
  }
  return ok(lines);
}

/** The promotion that is tried, with the uses of the saved one whose place it takes. */
function draftOf(context: EngineContext, input: PreviewInput, customer: CustomerOfCart | null): Promotion {
  const { id = context.ids.uuid(), description: _, couponCode: __, ...fields } = input.promotion;
  return { id, ...fields, ...usesOf(context.read, id, customer?.row_id ?? null) };
}
