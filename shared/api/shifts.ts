import { z } from 'zod';
import { drawerSteps, type DrawerStepName } from '../domain/drawer-cash.ts';
import type { ShiftFacts } from '../domain/shift-facts.ts';
import { approvalIds } from './approvals.ts';
import { businessDate, id, instant, line, minor, minorNotNegative, page, pageOf } from './common.ts';
import { orderPayment } from './orders.ts';
import { receiptBlock } from './receipts.ts';

const largest = 1_000_000_000_000;

export const pieces = z
  .record(z.string().regex(/^[1-9]\d{0,12}$/), z.int().min(0).max(1_000_000))
  .meta({ description: 'How many notes and coins there are, by the worth of one in minor units.' });

export const shift = z
  .object({
    id,
    number: z.int(),
    state: z.enum(['open', 'closed']),
    openedAt: instant,
    openedBy: z.string(),
    openedById: id,
    floatMinor: minorNotNegative,
    salesCount: z.int(),
    salesMinor: minor,
  })
  .meta({ id: 'Shift' });
export type Shift = z.infer<typeof shift>;
export const shiftOpen = z
  .strictObject({
    id,
    floatMinor: minorNotNegative.max(largest),
    pieces: pieces.default({}).meta({ description: 'When there are any, they add up to the float.' }),
  })
  .meta({ id: 'ShiftOpen' });
export const shiftCurrent = z.object({
  shift: shift.nullable(),
  left: z
    .object({ cashMinor: minorNotNegative, pieces })
    .nullable()
    .meta({ description: 'What the last count left in the drawer; null while a shift is open.' }),
});

export const cashMoveKinds = ['in', 'out', 'drop', 'no-sale'] as const;
const cashMoveFields = {
  kind: z.enum(cashMoveKinds),
  amountMinor: minorNotNegative.max(largest).meta({ description: '0 for a no-sale, more otherwise.' }),
  reason: line(120),
};
export const cashMoveInput = z
  .strictObject({
    id: id.meta({ description: 'Made once by the screen; the same id again gives the same answer.' }),
    ...cashMoveFields,
    approvalIds,
  })
  .meta({ id: 'CashMoveInput' });
export const cashMove = z
  .object({ id, slipNumber: z.int(), ...cashMoveFields, by: z.string(), at: instant })
  .meta({ id: 'CashMove' });
export type CashMove = z.infer<typeof cashMove>;

const tenderKind = orderPayment.shape.kind;
export const countInput = z
  .strictObject({
    id: id.meta({ description: 'Made once by the screen; the same id again gives the same answer.' }),
    cashMinor: minorNotNegative.max(largest),
    pieces: pieces.default({}).meta({ description: 'When there are any, they add up to the cash.' }),
    tenders: z
      .array(
        z.strictObject({
          kind: tenderKind.exclude(['cash']),
          countedMinor: minor.min(-largest).max(largest),
        }),
      )
      .max(10)
      .default([])
      .meta({ description: 'Totals of card terminals and the like, as far as they were counted.' }),
  })
  .meta({ id: 'CountInput' });

const steps = z.array(
  z.object({ name: z.enum(drawerSteps as [DrawerStepName, ...DrawerStepName[]]), amountMinor: minor }),
);
export const shiftCount = z
  .object({
    id,
    number: z.int(),
    at: instant,
    by: z.string(),
    pieces,
    cashMinor: minor,
    expectedCashMinor: minor,
    varianceMinor: minor.meta({ description: 'Counted less expected cash.' }),
    tenders: z.array(
      z.object({ kind: tenderKind, countedMinor: minor, expectedMinor: minor, varianceMinor: minor }),
    ),
    steps: steps.meta({ description: 'How the expected cash comes about; the steps add up to it.' }),
    reasonNeeded: z.boolean().meta({ description: 'Whether closing with this variance takes a reason.' }),
    outdated: z.boolean().meta({ description: 'Whether money moved since: count again.' }),
  })
  .meta({ id: 'ShiftCount' });
export type ShiftCount = z.infer<typeof shiftCount>;
export const shiftCounts = z.object({ items: z.array(shiftCount) });

export const shiftClose = z
  .strictObject({
    zReportId: id.meta({ description: 'Made once by the screen.' }),
    countId: id,
    reason: line(200).default(''),
    approvalIds,
  })
  .meta({ id: 'ShiftClose' });

const takenBack = z.array(
  z.object({ receiptNumber: z.string(), totalMinor: minor, reason: z.string(), by: z.string() }),
);
export const shiftFacts = z
  .object({
    version: z.literal(1),
    store: z.object({ code: z.string(), name: z.string(), taxNumber: z.string() }),
    register: z.string(),
    currency: z.string(),
    number: z.int().nullable(),
    at: instant,
    shift: z.object({
      id,
      number: z.int(),
      businessDate,
      openedAt: instant,
      openedBy: z.string(),
      closedBy: z.string().nullable(),
    }),
    receipts: z.object({ first: z.string().nullable(), last: z.string().nullable(), count: z.int() }),
    sales: z.object({
      count: z.int(),
      itemCount: z.int(),
      grossMinor: minor,
      discountMinor: minor,
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
    }),
    refunds: z.object({
      count: z.int(),
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
      list: takenBack,
    }),
    giftCardsMinor: minor,
    voids: z.object({ count: z.int(), totalMinor: minor, list: takenBack }),
    taxes: z.array(z.object({ name: z.string(), ratePpm: z.int(), baseMinor: minor, taxMinor: minor })),
    byCategory: z.array(z.object({ name: z.string().nullable(), quantityMilli: z.int(), totalMinor: minor })),
    byCashier: z.array(
      z.object({ accountId: z.string(), salesCount: z.int(), salesMinor: minor, refundsMinor: minor }),
    ),
    moves: z.array(
      z.object({
        slipNumber: z.int(),
        kind: z.enum(cashMoveKinds),
        amountMinor: minor,
        reason: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    removedLines: z.array(
      z.object({
        kind: z.enum(['removed', 'lowered']),
        name: z.string(),
        quantityMilli: z.int(),
        amountMinor: minor,
        by: z.string(),
      }),
    ),
    priceChanges: z.array(
      z.object({
        receiptNumber: z.string(),
        name: z.string(),
        listPriceMinor: minor,
        unitPriceMinor: minor,
        reason: z.string(),
        by: z.string(),
      }),
    ),
    points: z.object({
      issued: z.int(),
      redeemed: z.int(),
      other: z.int(),
      outstanding: z.int(),
    }),
    credits: z.array(
      z.object({
        kind: z.enum(['gift-card', 'store-credit', 'on-account']),
        issuedMinor: minor,
        spentMinor: minor,
        otherMinor: minor,
        outstandingMinor: minor,
      }),
    ),
    cashRoundingMinor: minor,
    tipMinor: minor,
    unsent: z.object({ entries: z.int(), salesCount: z.int(), salesMinor: minor }),
    parked: z.object({ count: z.int(), totalMinor: minor }),
    addenda: z.array(
      z.object({
        number: z.int(),
        orderId: id,
        receiptNumber: z.string(),
        paidAt: instant,
        totalMinor: minor,
      }),
    ),
    journal: z.object({ seq: z.int(), head: z.string() }),
    cash: z
      .object({
        steps,
        expectedMinor: minor,
        countedMinor: minor.nullable(),
        varianceMinor: minor.nullable(),
        pieces,
        counts: z.array(z.object({ number: z.int(), countedMinor: minor, by: z.string() })),
      })
      .nullable(),
    tenders: z
      .array(
        z.object({
          kind: tenderKind,
          count: z.int(),
          expectedMinor: minor,
          countedMinor: minor.nullable(),
          varianceMinor: minor.nullable(),
        }),
      )
      .nullable(),
    variance: z.object({ reason: z.string(), approvals: z.array(z.string()) }),
    grandTotal: z.object({ beforeMinor: minor, afterMinor: minor }),
    key: z.string().nullable(),
  })
  .meta({
    id: 'ShiftFacts',
    description:
      'An X or Z report. People are ids of accounts. `cash` and `tenders` are null where the drawer is counted blind.',
  }) satisfies z.ZodType<ShiftFacts>;

const paper = {
  facts: shiftFacts,
  blocks: z.array(receiptBlock),
  paperWidth: z.union([z.literal(58), z.literal(80)]),
};
export const xReport = z.object(paper).meta({ id: 'XReport' });
export type XReport = z.infer<typeof xReport>;

export const zReportSummary = z
  .object({
    id,
    number: z.int(),
    shiftId: id,
    shiftNumber: z.int(),
    at: instant,
    businessDate,
    openedBy: z.string(),
    closedBy: z.string(),
    salesCount: z.int(),
    totalMinor: minor.meta({ description: 'Sales less refunds.' }),
    varianceMinor: minor,
  })
  .meta({ id: 'ZReportSummary' });
export type ZReportSummary = z.infer<typeof zReportSummary>;
export const zReport = zReportSummary
  .extend({
    ...paper,
    signature: z.string().meta({ description: 'Ed25519 over the canonical JSON of the facts, base64url.' }),
  })
  .meta({ id: 'ZReport' });
export type ZReport = z.infer<typeof zReport>;
export const zReportQuery = page.extend({ from: businessDate.optional(), to: businessDate.optional() });
export const zReportPage = pageOf(zReportSummary);
