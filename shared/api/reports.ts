import { z } from 'zod';
import { businessDate, id, instant, minor, page, pageOf, quantityMilli } from './common.ts';

export const dayQuery = z.object({ date: businessDate.optional() });
const byWhom = z.array(z.object({ accountId: id, name: z.string(), count: z.int(), totalMinor: minor }));

/** Figures of sales and refunds are of goods; they leave out what was voided. Tenders, products, taxes and points are less what came back on the day. */
export const dayReport = z
  .object({
    date: businessDate,
    ordersCount: z.int(),
    itemsCount: z.int(),
    grossMinor: minor,
    discountMinor: minor.meta({ description: 'All that was taken off, the next two among it.' }),
    promotionMinor: minor,
    rewardMinor: minor,
    netMinor: minor,
    taxMinor: minor,
    totalMinor: minor,
    averageMinor: minor,
    cashRoundingMinor: minor,
    refundsCount: z.int(),
    refundedMinor: minor.meta({ description: 'What came back on the day, of sales of any day.' }),
    refundedNetMinor: minor,
    refundedTaxMinor: minor,
    refundRoundingMinor: minor,
    refundedBy: byWhom,
    giftCardsMinor: minor.meta({
      description:
        'Gift cards that were sold, less those that came back: owed, and in no other figure but tenders.',
    }),
    keptMinor: minor.meta({ description: 'The sales of the day less its refunds.' }),
    voidsCount: z.int(),
    voidedMinor: minor,
    voidedBy: byWhom,
    pointsIssued: z.int().meta({ description: 'By the sales of the day, bonus points among them.' }),
    pointsRedeemed: z
      .int()
      .meta({ description: 'Paid with, or taken for rewards, in the sales of the day.' }),
    byTender: z
      .array(z.object({ kind: z.string(), count: z.int(), amountMinor: minor }))
      .meta({ description: 'What the web paid counts on the day of its payment, under `online`.' }),
    byProduct: z.array(
      z.object({ productId: id.nullable(), name: z.string(), quantityMilli, totalMinor: minor }),
    ),
    byHour: z.array(z.object({ hour: z.int().min(0).max(23), ordersCount: z.int(), totalMinor: minor })),
    byCashier: z.array(
      z.object({ accountId: id, name: z.string(), ordersCount: z.int(), totalMinor: minor }),
    ),
    taxes: z.array(z.object({ name: z.string(), ratePpm: z.int(), baseMinor: minor, taxMinor: minor })),
    journal: z.object({
      salesCount: z.int(),
      totalMinor: minor,
      agrees: z
        .boolean()
        .meta({ description: 'Whether the sums of the tables are those of the journal entries.' }),
    }),
  })
  .meta({ id: 'DayReport' });
export type DayReport = z.infer<typeof dayReport>;

export const journalEntry = z
  .object({
    seq: z.int(),
    from: z.object({ register: z.string(), stream: z.string(), seq: z.int().nullable() }).nullable().meta({
      description: 'The register that made it and its number there; null for an entry of this till.',
    }),
    opId: id,
    kind: z.string(),
    version: z.int(),
    at: instant,
    businessDate,
    actor: z.string(),
    summary: z.string().meta({ description: 'One line for a person.' }),
    body: z.unknown(),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntry' });
export type JournalEntry = z.infer<typeof journalEntry>;
export const journalQuery = page.extend({
  kind: z.string().max(60).optional(),
  search: z.string().max(100).optional(),
  from: businessDate.optional(),
  to: businessDate.optional(),
});
export const journalPage = pageOf(journalEntry).extend({ kinds: z.array(z.string()) });

export const verifyProblem = z.object({ seq: z.int().nullable(), what: z.string() });
export const verifyAnswer = z
  .object({
    content: z.boolean().meta({ description: 'True when nothing is wrong.' }),
    entries: z.int(),
    others: z.int().meta({ description: 'How many of the entries are of other tills.' }),
    sales: z.int(),
    head: z.string(),
    problems: z.array(verifyProblem),
    milliseconds: z.int(),
  })
  .meta({ id: 'Verify' });
export type VerifyAnswer = z.infer<typeof verifyAnswer>;
