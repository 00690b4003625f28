import { z } from 'zod';
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
} from './common.ts';

const largest = 1_000_000_000_000;

export const creditKind = z.enum(['gift-card', 'store-credit', 'on-account']);

/** A balance that the shop owes (gift card, store credit) or is owed (on account). */
export const credit = z
  .object({
    id,
    kind: creditKind,
    codeEnd: z.string().nullable().meta({
      description: 'The last four characters of a gift card’s code; the whole code is worth money.',
    }),
    customer: z.object({ id, code: z.string(), name: z.string() }).nullable(),
    balanceMinor: minor.meta({ description: 'What the shop owes; below zero what the customer owes.' }),
    limitMinor: minorNotNegative.nullable().meta({
      description: 'How much this customer may owe; null: as in the settings, or no account.',
    }),
    leftMinor: minorNotNegative.meta({ description: 'What can be paid with it now.' }),
    state: z.enum(['usable', 'blocked', 'expired']),
    blockedReason: z.string(),
    expiresOn: businessDate.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Credit' });
export type Credit = z.infer<typeof credit>;

export const creditEntry = z
  .object({
    id,
    kind: z.enum(['issued', 'spent', 'given-back', 'paid-off', 'adjusted', 'reversed']),
    amountMinor: minor,
    balanceAfterMinor: minor,
    reason: z.string(),
    orderId: id.nullable(),
    receiptNumber: z.string().nullable(),
    by: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'CreditEntry' });
export type CreditEntry = z.infer<typeof creditEntry>;
export const creditEntryPage = pageOf(creditEntry);

export const creditQuery = page.extend({
  kind: creditKind.optional(),
  open: z.enum(['true']).optional().meta({ description: 'Only those with something on them.' }),
  search: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'A gift card’s code, a customer’s name or code.' }),
});
export const creditPage = pageOf(credit).extend({
  outstanding: z.object({
    giftCardsMinor: minor,
    storeCreditMinor: minor,
    onAccountMinor: minor.meta({ description: 'What customers owe, above zero.' }),
  }),
});
export type CreditPage = z.infer<typeof creditPage>;

/** What a customer has; null where nothing was ever written. */
export const customerCredits = z
  .object({ storeCredit: credit.nullable(), account: credit.nullable() })
  .meta({ id: 'CustomerCredits' });
export type CustomerCredits = z.infer<typeof customerCredits>;

export const creditAdjust = z.strictObject({
  id: id.meta({ description: 'Made by the screen: the same id again changes nothing.' }),
  kind: z.enum(['store-credit', 'on-account']),
  amountMinor: minor
    .min(-largest)
    .max(largest)
    .meta({ description: 'What is added; below zero what is taken.' }),
  reason: line(120, 1),
});
export type CreditAdjust = z.infer<typeof creditAdjust>;

export const creditChange = z.strictObject({
  blocked: z.boolean().optional(),
  expiresOn: businessDate.nullable().optional(),
  reason: line(120, 1),
});
export type CreditChange = z.infer<typeof creditChange>;

export const accountLimit = z.strictObject({ limitMinor: minorNotNegative.max(largest).nullable() });

export const accountPaymentInput = z.strictObject({
  id: id.meta({ description: 'Made by the screen: the same id again takes no second payment.' }),
  tender: z.enum(['cash', 'card', 'ewallet']),
  amountMinor: minor.min(1).max(largest),
  reference: codeLine(64).default(''),
});
export type AccountPaymentInput = z.input<typeof accountPaymentInput>;
export const accountPayment = z
  .object({
    id,
    slipNumber: z.int(),
    tender: z.enum(['cash', 'card', 'ewallet']),
    amountMinor: minor,
    reference: z.string(),
    at: instant,
    credit,
  })
  .meta({ id: 'AccountPayment' });
export type AccountPayment = z.infer<typeof accountPayment>;
