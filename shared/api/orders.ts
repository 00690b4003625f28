import { z } from 'zod';
import { approvalIds } from './approvals.ts';
import {
  businessDate,
  codeLine,
  id,
  instant,
  line,
  minor,
  minorNotNegative,
  page,
  pageOf,
  quantityMilli,
} from './common.ts';

export const tenderKinds = [
  'cash',
  'card',
  'ewallet',
  'gift-card',
  'store-credit',
  'on-account',
  'points',
] as const;
export const tenderKind = z.enum(tenderKinds);

export const tenderInput = z.strictObject({
  kind: tenderKind,
  amountMinor: minor
    .min(0)
    .max(1_000_000_000_000)
    .meta({ description: 'For cash: what was handed over. Otherwise: what was paid this way.' }),
  reference: codeLine(64).optional(),
  last4: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  code: codeLine(64).optional().meta({ description: 'The code of the gift card that it is taken from.' }),
});

export const giftCardInput = z.strictObject({
  lineId: id,
  amountMinor: minor.min(1).max(1_000_000_000_000),
});

export const discountInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percentPpm: z.int().min(1).max(1_000_000) }),
    z.strictObject({ kind: z.literal('amount'), amountMinor: minor.min(1).max(1_000_000_000_000) }),
  ])
  .meta({
    description: 'A percent in parts per million, or an amount; never more than there is to take off.',
  });

const reason = (minimum = 0) => line(60, minimum);

/** A product of the catalogue, or something that it does not know, by its name. */
export const orderLineInput = z
  .strictObject({
    lineId: id,
    productId: id.optional(),
    quantityMilli: quantityMilli.min(1).max(1_000_000_000),
    unitPriceMinor: minorNotNegative
      .max(1_000_000_000_000)
      .meta({ description: 'The price on the screen; refused if the books differ, unless it was changed.' }),
    note: line(120).optional(),
    name: line(80, 1).optional().meta({ description: 'What an ad-hoc item is called.' }),
    taxClassId: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'Of an ad-hoc item; the usual one when left out.' }),
    priceChange: z
      .strictObject({ reason: reason(1) })
      .optional()
      .meta({ description: 'The price differs from the catalogue on purpose.' }),
    discount: discountInput.optional(),
    discountReason: reason().optional(),
    barcode: z
      .string()
      .regex(/^\d{8,14}$/, 'must be the digits of a label')
      .optional()
      .meta({ description: 'The label that was scanned, where a price or weight is in it.' }),
  })
  .refine(({ productId, name }) => (productId === undefined) !== (name === undefined), {
    error: 'needs either a product or a name',
    path: ['productId'],
  });
export type OrderLineInput = z.output<typeof orderLineInput>;

export const orderCommit = z
  .strictObject({
    id: id.meta({
      description: 'Made once by the screen. The same id and content again give the same answer.',
    }),
    customerId: id.nullable().default(null),
    lines: z.array(orderLineInput).max(1000),
    giftCards: z.array(giftCardInput).max(20).default([]).meta({
      description: 'Gift cards that are sold: without tax, discounts and points, each a line of its own.',
    }),
    tenders: z.array(tenderInput).max(20),
    tipMinor: minorNotNegative
      .max(1_000_000_000_000)
      .default(0)
      .meta({ description: 'On top of the total, paid by the same tenders.' }),
    approvalIds,
    promotionCodes: z
      .array(z.string().trim().min(1).max(64))
      .max(20)
      .default([])
      .meta({ description: 'QR or coupon codes that were presented for this cart.' }),
    rewardIds: z
      .array(id)
      .max(10)
      .default([])
      .meta({ description: 'Rewards that the customer takes, each once.' }),
    pricedAt: instant.optional().meta({
      description:
        'When the screen priced the cart: offers that were on then count, up to ten minutes later. Now when left out.',
    }),
    totalMinor: minorNotNegative.meta({
      description: 'The total on the screen; refused if the books differ.',
    }),
    print: z
      .boolean()
      .optional()
      .meta({ description: 'Print the receipt; as in the settings when left out.' }),
    discount: discountInput.optional(),
    discountReason: reason().optional(),
  })
  .meta({ id: 'OrderCommit' });
export type OrderCommit = z.input<typeof orderCommit>;

export const orderLine = z.object({
  lineId: id,
  position: z.int(),
  kind: z.enum(['product', 'ad-hoc', 'gift-card']),
  productId: id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  unit: z.enum(['each', 'kg']),
  quantityMilli,
  listPriceMinor: minor.meta({ description: 'What the catalogue asked for one.' }),
  unitPriceMinor: minor,
  priceReason: z.string(),
  grossMinor: minor,
  discountMinor: minor,
  lineDiscountMinor: minor,
  promotionMinor: minor,
  rewardMinor: minor,
  orderDiscountMinor: minor,
  discountReason: z.string(),
  creditId: id.nullable(),
  netMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  note: z.string(),
});
export const orderTax = z.object({
  name: z.string(),
  ratePpm: z.int(),
  compound: z.boolean(),
  baseMinor: minor,
  taxMinor: minor,
});
export const orderPayment = z.object({
  id,
  kind: z.enum([
    'cash',
    'card',
    'ewallet',
    'online',
    'gift-card',
    'store-credit',
    'points',
    'on-account',
    'exchange',
  ]),
  amountMinor: minor,
  tenderedMinor: minor,
  changeMinor: minor,
  reference: z.string(),
  last4: z.string(),
  creditId: id.nullable(),
  state: z.enum(['pending', 'completed', 'failed']),
});

export const orderSummary = z
  .object({
    id,
    publicId: z.int().meta({ description: 'The integer by which the REST dialects name it.' }),
    source: z.enum(['counter', 'web']),
    receiptNumber: z.string(),
    state: z.enum(['paid', 'refunded', 'voided']),
    paidAt: instant,
    businessDate,
    cashier: z.string(),
    customer: z.object({ id, code: z.string(), name: z.string() }).nullable(),
    itemCount: z.int(),
    totalMinor: minor,
    refundedMinor: minor.meta({ description: 'What its refunds came to until now.' }),
    tenders: z.array(z.object({ kind: z.string(), amountMinor: minor })),
  })
  .meta({ id: 'OrderSummary' });
export type OrderSummary = z.infer<typeof orderSummary>;

export const order = orderSummary
  .extend({
    grossMinor: minor,
    discountMinor: minor,
    netMinor: minor,
    taxMinor: minor,
    taxMode: z.enum(['inclusive', 'exclusive']),
    currency: z.string(),
    cashRoundingMinor: minor,
    tipMinor: minor,
    paidMinor: minor,
    changeMinor: minor,
    discountReason: z.string(),
    pointsEarned: z.int(),
    pointsSpent: z.int(),
    pointsBalanceAfter: z.int().nullable(),
    journalHead: z.string().meta({ description: "First 8 hex digits of this sale's journal hash." }),
    shiftNumber: z.int().nullable().meta({
      description:
        'Null for a sale of another till, and for one that was paid through the web while no shift was open.',
    }),
    promotions: z.array(
      z.object({ promotionId: id, title: z.string(), discountMinor: minor, bonusPoints: z.int() }),
    ),
    rewards: z.array(z.object({ rewardId: id, title: z.string(), points: z.int(), discountMinor: minor })),
    lines: z.array(orderLine),
    taxes: z.array(orderTax),
    payments: z.array(orderPayment),
    refunds: z.array(
      z.object({
        id,
        receiptNumber: z.string(),
        refundedAt: instant,
        cashier: z.string(),
        reason: z.string(),
        totalMinor: minor,
      }),
    ),
    voided: z.object({ id, at: instant, by: z.string(), reason: z.string(), slipNumber: z.int() }).nullable(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof order>;

export const orderCommitted = z.object({
  order,
  repeated: z.boolean().meta({ description: 'True when the same sale was in the books already.' }),
  print: z.enum(['queued', 'off', 'no-printer']),
  giftCards: z
    .array(z.object({ lineId: id, code: z.string(), amountMinor: minor, expiresOn: businessDate.nullable() }))
    .meta({ description: 'The codes of the gift cards that it sold, as printed on them.' }),
});
export type OrderCommitted = z.infer<typeof orderCommitted>;

export const orderQuery = page.extend({
  search: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Receipt number or its end, payment reference, customer name or code.' }),
  from: businessDate.optional(),
  to: businessDate.optional(),
  customerId: id.optional(),
  cashierId: id.optional(),
  tender: tenderKind.optional(),
});
export const orderPage = pageOf(orderSummary).extend({ sumMinor: minor });

export const printJob = z
  .object({
    id,
    kind: z.enum([
      'receipt',
      'copy',
      'drawer',
      'test',
      'slip',
      'x-report',
      'z-report',
      'refund',
      'gift-card',
    ]),
    orderId: id.nullable(),
    receiptNumber: z.string().nullable(),
    /** What it is called that is not a sale's receipt, as "Cash out 12". */
    title: z.string(),
    state: z.enum(['waiting', 'printing', 'printed', 'cancelled']),
    attempts: z.int(),
    lastError: z.string(),
    createdAt: instant,
    printedAt: instant.nullable(),
  })
  .meta({ id: 'PrintJob' });
export type PrintJob = z.infer<typeof printJob>;
export const printJobList = z.object({ items: z.array(printJob) });
