import { z } from 'zod';
import { id, instant, line, lines, minor, minorNotNegative, page, pageOf, quantityMilli } from './common.ts';

const percentPpm = z
  .int()
  .min(1)
  .max(1_000_000)
  .meta({ description: 'In parts per million: 10 % is 100000.' });
const amountMinor = minor.min(1).max(1_000_000_000_000);
const count = z.int().min(1).max(10_000);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 17:30');
const tierId = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const promotionEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percentPpm }),
  z.strictObject({ kind: z.literal('amount'), amountMinor }),
  z.strictObject({ kind: z.literal('buy-get'), buyCount: count, getCount: count, percentPpm }),
  z.strictObject({
    kind: z.literal('bundle'),
    count: z.int().min(2).max(10_000),
    priceMinor: minorNotNegative,
  }),
  z.strictObject({ kind: z.literal('points') }),
]);
export const offerScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('products'), productIds: z.array(id).min(1).max(500) }),
  z.strictObject({ kind: z.literal('categories'), categoryIds: z.array(id).min(1).max(100) }),
]);
export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('members') }),
  z.strictObject({ kind: z.literal('tiers'), tierIds: z.array(tierId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('customers'), customerIds: z.array(id).min(1).max(1000) }),
]);
export const hours = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7).meta({ description: '1 is Monday.' }),
  from: time,
  until: time,
});

const promotionFields = {
  title: line(120, 1),
  description: lines(500),
  effect: promotionEffect,
  scope: offerScope,
  audience,
  needsCode: z.boolean(),
  couponCode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{3,32}$/, 'may hold 3 to 32 letters, digits and dashes')
    .nullable()
    .meta({ description: 'What a person can type instead of scanning the QR code.' }),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  hours: hours.nullable(),
  minimumSpendMinor: minorNotNegative.max(1_000_000_000_000),
  bonusPoints: z.int().min(0).max(1_000_000),
  combines: z.boolean(),
  priority: z.int().min(0).max(1000),
  limitPerCustomer: z.int().min(1).max(1_000_000).nullable(),
  limitTotal: z.int().min(1).max(1_000_000_000).nullable(),
  isActive: z.boolean(),
};

export const promotion = z
  .object({
    id,
    number: z.int().meta({ description: 'The integer by which the REST dialects name it.' }),
    ...promotionFields,
    qrCode: z.string().meta({ description: '32 upper-case hex digits; what its QR code holds.' }),
    usedInTotal: z.int().min(0),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Promotion' });
export type Promotion = z.infer<typeof promotion>;

export const promotionCreate = z.strictObject({
  id: id.optional().meta({ description: 'Made by the screen, so that a retry does not make a second one.' }),
  ...promotionFields,
  description: promotionFields.description.default(''),
  scope: offerScope.default({ kind: 'all' }),
  audience: audience.default({ kind: 'everybody' }),
  needsCode: z.boolean().default(false),
  couponCode: promotionFields.couponCode.default(null),
  validFrom: instant.nullable().default(null),
  validUntil: instant.nullable().default(null),
  hours: hours.nullable().default(null),
  minimumSpendMinor: promotionFields.minimumSpendMinor.default(0),
  bonusPoints: promotionFields.bonusPoints.default(0),
  combines: z.boolean().default(false),
  priority: promotionFields.priority.default(100),
  limitPerCustomer: promotionFields.limitPerCustomer.default(null),
  limitTotal: promotionFields.limitTotal.default(null),
  isActive: z.boolean().default(true),
});
export type PromotionCreate = z.input<typeof promotionCreate>;
export const promotionChange = z.strictObject(promotionFields).partial();
export type PromotionChange = z.infer<typeof promotionChange>;

export const promotionQuery = page.extend({
  search: z.string().max(200).optional(),
  state: z.enum(['running', 'planned', 'ended', 'off']).optional(),
});
const cost = { discountInTotalMinor: minor.meta({ description: 'All that it has taken off sales so far.' }) };
export const promotionRow = promotion.extend(cost);
export type PromotionRow = z.infer<typeof promotionRow>;
export const promotionPage = pageOf(promotionRow);

/** One time that a promotion was taken. */
export const promotionRedemption = z
  .object({
    id,
    customer: z.object({ id, code: z.string(), name: z.string() }).nullable(),
    orderId: id.nullable(),
    receiptNumber: z.string().nullable(),
    discountMinor: minor,
    pointsAwarded: z.int(),
    scannedBy: z.string(),
    at: instant,
  })
  .meta({ id: 'PromotionRedemption' });
export type PromotionRedemption = z.infer<typeof promotionRedemption>;

/** What a promotion or a reward has cost the shop and what it brought. */
export const offerUse = z
  .object({
    uses: z.int().min(0),
    customers: z.int().min(0),
    discountMinor: minor,
    points: z.int().meta({ description: 'Bonus points given, or points taken for a reward.' }),
    salesMinor: minor.meta({ description: 'The totals of the sales in which it was used.' }),
    lastUsedAt: instant.nullable(),
    byDay: z.array(z.object({ date: z.iso.date(), uses: z.int(), discountMinor: minor })),
  })
  .meta({ id: 'OfferUse' });
export type OfferUse = z.infer<typeof offerUse>;
export const promotionUse = offerUse.extend({ redemptions: z.array(promotionRedemption) });
export type PromotionUse = z.infer<typeof promotionUse>;

export const rewardEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percentPpm }),
  z.strictObject({ kind: z.literal('amount'), amountMinor }),
  z.strictObject({ kind: z.literal('free-item'), productId: id }),
]);
const rewardFields = {
  title: line(120, 1),
  description: lines(500),
  points: z.int().min(1).max(100_000_000),
  effect: rewardEffect,
  stock: z.int().min(0).max(1_000_000_000).nullable(),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  limitPerCustomer: z.int().min(1).max(1_000_000).nullable(),
  isActive: z.boolean(),
};
export const reward = z
  .object({
    id,
    ...rewardFields,
    usedInTotal: z.int().min(0),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Reward' });
export type Reward = z.infer<typeof reward>;
export const rewardCreate = z.strictObject({
  id: id.optional(),
  ...rewardFields,
  description: rewardFields.description.default(''),
  stock: rewardFields.stock.default(null),
  validFrom: instant.nullable().default(null),
  validUntil: instant.nullable().default(null),
  limitPerCustomer: rewardFields.limitPerCustomer.default(null),
  isActive: z.boolean().default(true),
});
export type RewardCreate = z.input<typeof rewardCreate>;
export const rewardChange = z.strictObject(rewardFields).partial();
export type RewardChange = z.infer<typeof rewardChange>;
export const rewardQuery = page.extend({
  search: z.string().max(200).optional(),
  state: z.enum(['running', 'planned', 'ended', 'off']).optional(),
});
export const rewardRow = reward.extend(cost);
export type RewardRow = z.infer<typeof rewardRow>;
export const rewardPage = pageOf(rewardRow);

/** A cart to try a promotion on before it is saved; it is priced together with every other promotion of the shop. */
export const promotionPreview = z.strictObject({
  promotion: promotionCreate.meta({ description: 'Takes the place of the saved one with the same id.' }),
  lines: z
    .array(z.strictObject({ productId: id, quantityMilli: quantityMilli.min(1).max(1_000_000_000) }))
    .min(1)
    .max(50),
  customerId: id.nullable().default(null),
  codePresented: z.boolean().default(true).meta({ description: 'Whether its code was scanned or typed.' }),
  at: instant.optional().meta({ description: 'When the cart is paid; now when left out.' }),
});
export type PromotionPreview = z.input<typeof promotionPreview>;

const refused = { kind: z.enum(['promotion', 'reward']), id, title: z.string() };
/** An offer that does not count, and why; as the price function says it. */
export const refusedOffer = z.discriminatedUnion('reason', [
  z.object({
    ...refused,
    reason: z.enum([
      'inactive',
      'not-yet',
      'over',
      'wrong-hours',
      'code-needed',
      'customer-needed',
      'not-for-this-customer',
      'used-up-by-customer',
      'used-up',
      'no-fitting-line',
      'nothing-to-take-off',
    ]),
  }),
  z.object({ ...refused, reason: z.literal('spend-more'), missingMinor: minor }),
  z.object({ ...refused, reason: z.literal('more-pieces'), missingCount: z.int() }),
  z.object({
    ...refused,
    reason: z.literal('better-offer'),
    winnerTitle: z.string().meta({ description: 'Of the offer that gives more.' }),
  }),
  z.object({ ...refused, reason: z.literal('points-short'), missingPoints: z.int() }),
]);

export const promotionPreviewed = z
  .object({
    promotionId: id,
    applied: z.array(
      z.object({ promotionId: id, title: z.string(), discountMinor: minor, bonusPoints: z.int() }),
    ),
    refused: z.array(refusedOffer),
    lines: z.array(
      z.object({
        productId: id,
        name: z.string(),
        quantityMilli,
        grossMinor: minor,
        promotionMinor: minor,
        totalMinor: minor,
      }),
    ),
    grossMinor: minor,
    discountMinor: minor,
    taxMinor: minor,
    totalMinor: minor,
    pointsEarned: z.int().meta({ description: 'With the bonus; 0 without a customer.' }),
  })
  .meta({ id: 'PromotionPreviewed' });
export type PromotionPreviewed = z.infer<typeof promotionPreviewed>;

/**
 * What the price function needs to know of offers on a sell screen, for one customer or for nobody: every promotion
 * that is on (planned and ended ones too for a day, so that the cart can say why not) and every reward.
 */
export const offersQuery = z.object({ customerId: id.optional() });
export const offersAnswer = z
  .object({
    promotions: z.array(promotion.extend({ usedByCustomer: z.int().min(0) })),
    rewards: z.array(reward.extend({ usedByCustomer: z.int().min(0) })),
    customer: z
      .object({
        id,
        tierId: z.string().nullable(),
        tierName: z.string().nullable(),
        multiplierPpm: z.int(),
        pointsBalance: z.int(),
        spendablePoints: z
          .int()
          .meta({ description: 'So many a sale may spend now: fewer while the cloud cannot be asked.' }),
        expiringPoints: z.int().meta({ description: 'What expires next, if it is not used.' }),
        expiringOn: z.iso.date().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Offers' });
export type OffersAnswer = z.infer<typeof offersAnswer>;
