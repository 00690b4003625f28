import { z } from 'zod';
import type { SoldCart } from '../domain/refund.ts';
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
import { order, orderCommit, orderCommitted, orderPayment, orderTax } from './orders.ts';
import { taxRate } from './settings.ts';

const tenderKind = orderPayment.shape.kind;
const reason = line(200, 1);

const movedMoney = z.object({ kind: tenderKind, amountMinor: minor, creditId: id.nullable().optional() });

export const refundLineInput = z.strictObject({
  lineId: id.meta({ description: 'Made by the screen: it names the stock movement.' }),
  orderPosition: z
    .int()
    .min(0)
    .nullable()
    .meta({ description: 'The line of the sale; null without a receipt.' }),
  productId: id
    .nullable()
    .default(null)
    .meta({ description: 'Only without a receipt: refunded at its price of today.' }),
  quantityMilli: quantityMilli.min(1).max(1_000_000_000),
  restock: z.boolean(),
});

export const refundCommit = z
  .strictObject({
    id: id.meta({
      description: 'Made once by the screen. The same id and content again give the same answer.',
    }),
    orderId: id.nullable().meta({ description: 'Null: without a receipt.' }),
    customerId: id
      .nullable()
      .default(null)
      .meta({ description: 'Only without a receipt: who gets the store credit.' }),
    lines: z.array(refundLineInput).min(1).max(1000),
    reason,
    payouts: z
      .array(
        z.strictObject({
          kind: tenderKind,
          amountMinor: minorNotNegative.max(1_000_000_000_000),
          reference: codeLine(64).optional(),
          creditId: id.nullable().optional().meta({ description: 'Which gift card of the sale.' }),
        }),
      )
      .max(20)
      .meta({ description: 'All but points, which come back by themselves.' }),
    totalMinor: minorNotNegative.meta({
      description: 'The total on the screen; refused if the books differ.',
    }),
    exchange: orderCommit.nullable().default(null).meta({
      description: 'The sale that takes what is paid out by `exchange`; its other tenders pay the rest.',
    }),
    approvalIds,
    print: z.boolean().optional(),
  })
  .meta({ id: 'RefundCommit' });
export type RefundCommit = z.input<typeof refundCommit>;

const refundFigures = {
  grossMinor: minor,
  discountMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
};

const refundLine = z.object({
  lineId: id,
  orderPosition: z.int().nullable(),
  productId: id.nullable(),
  name: z.string(),
  unit: z.enum(['each', 'kg']),
  quantityMilli,
  unitPriceMinor: minor,
  ...refundFigures,
  restock: z.boolean(),
});

export const refundSummary = z
  .object({
    id,
    receiptNumber: z.string(),
    orderId: id.nullable(),
    orderReceiptNumber: z.string().nullable(),
    exchange: z.object({ orderId: id, receiptNumber: z.string() }).nullable(),
    refundedAt: instant,
    businessDate,
    cashier: z.string(),
    customer: z.object({ id, code: z.string(), name: z.string() }).nullable(),
    reason: z.string(),
    itemCount: z.int(),
    totalMinor: minor,
    paidMinor: minor,
  })
  .meta({ id: 'RefundSummary' });
export type RefundSummary = z.infer<typeof refundSummary>;

/** Its figures are above zero: what came back. */
export const refund = refundSummary
  .extend({
    currency: z.string(),
    taxMode: z.enum(['inclusive', 'exclusive']),
    ...refundFigures,
    cashRoundingMinor: minor,
    pointsTaken: z.int(),
    pointsGiven: z.int(),
    pointsBalanceAfter: z.int().nullable(),
    shiftNumber: z.int().nullable().meta({ description: 'Null for a refund of another till.' }),
    journalHead: z.string(),
    lines: z.array(refundLine),
    taxes: z.array(orderTax),
    payments: z.array(
      z.object({ id, kind: tenderKind, amountMinor: minor, reference: z.string(), creditId: id.nullable() }),
    ),
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof refund>;

export const refundCommitted = z.object({
  refund,
  exchange: orderCommitted.nullable(),
  repeated: z.boolean().meta({ description: 'True when the same refund was in the books already.' }),
  print: z.enum(['queued', 'off', 'no-printer']),
});
export type RefundCommitted = z.infer<typeof refundCommitted>;

export const refundQuery = page.extend({
  from: businessDate.optional(),
  to: businessDate.optional(),
  orderId: id.optional(),
});
export const refundPage = pageOf(refundSummary).extend({ sumMinor: minor });

const returned = z.object({ position: z.int(), quantityMilli });

/** A sale as the screen needs it to work out, with the books' own function, what a refund of a part comes to. */
export const refundable = z
  .object({
    order,
    refusal: z.string().nullable().meta({ description: 'Why nothing of it can be refunded, in words.' }),
    voidRefusal: z.string().nullable().meta({ description: 'Why it cannot be voided, in words.' }),
    lines: z.array(
      z.object({
        position: z.int(),
        leftMilli: quantityMilli,
        leftMinor: minor,
        restockable: z.boolean(),
        refusal: z.string().nullable(),
      }),
    ),
    leftMinor: minor,
    rules: z.object({
      taxMode: z.enum(['inclusive', 'exclusive']),
      taxRounding: z.enum(['line', 'order']),
      rounding: z.enum(['half-up', 'half-even']),
    }),
    taxRates: z.array(z.array(taxRate)).meta({ description: 'Of each line.' }),
    before: z.array(z.array(returned)).meta({ description: 'What each earlier refund took back.' }),
    sold: z.object({ totalMinor: minor, cashRoundingMinor: minor, payments: z.array(movedMoney) }),
    paidBack: z.array(z.object({ totalMinor: minor, paidMinor: minor, payouts: z.array(movedMoney) })),
  })
  .meta({ id: 'Refundable' });
export type Refundable = z.infer<typeof refundable>;

/** The sale in the shape of the domain's functions, which price a refund of it on the screen as in the engine. */
export function soldCartOf({ order: { lines }, rules, taxRates }: Refundable): SoldCart {
  return { rules, lines: lines.map((line, index) => ({ ...line, taxRates: taxRates[index] ?? [] })) };
}

export const voidCommit = z
  .strictObject({
    id: id.meta({ description: 'Made once by the screen; the same id again gives the same answer.' }),
    reason,
    approvalIds,
    print: z.boolean().optional(),
  })
  .meta({ id: 'VoidCommit' });

export const voidCommitted = z.object({
  order,
  repeated: z.boolean(),
  print: z.enum(['queued', 'off', 'no-printer']),
});
export type VoidCommitted = z.infer<typeof voidCommitted>;
