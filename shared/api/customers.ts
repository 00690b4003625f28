import { z } from 'zod';
import { codeLine, id, instant, line, lines, page, pageOf } from './common.ts';

export const customer = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.string(),
    birthday: z.iso.date().nullable(),
    notes: z.string(),
    qrCode: z.string(),
    pointsBalance: z.int(),
    visits: z.int().min(0),
    spentMinor: z.int(),
    lastVisitAt: instant.nullable(),
    tierId: z
      .string()
      .nullable()
      .meta({ description: 'Set by hand; null: it follows from the points ever earned.' }),
    pointsEarnedEver: z.int().min(0),
    createdAt: instant,
    erasedAt: instant
      .nullable()
      .meta({ description: 'When the person asked to be forgotten: the figures are all that is left.' }),
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof customer>;

export const customerQuery = page.extend({
  search: z.string().max(200).optional(),
  sort: z.enum(['name', '-name', 'code', '-lastVisitAt', '-pointsBalance']).default('name'),
});
export const customerPage = pageOf(customer);

export const customerDuplicates = z.object({
  items: z.array(z.object({ customer, because: z.enum(['phone', 'email']) })),
});
export type CustomerDuplicates = z.infer<typeof customerDuplicates>;

const customerFields = {
  name: line(120, 1),
  phone: codeLine(40),
  email: z.union([z.literal(''), z.email().max(254)]),
  address: lines(300),
  birthday: z.iso.date().nullable(),
  notes: lines(1000),
  tierId: z.string().max(40).nullable(),
};
export const customerCreate = z.strictObject({
  id: id
    .optional()
    .meta({ description: 'Made by the screen, so that a retry does not make a second customer.' }),
  name: customerFields.name,
  phone: customerFields.phone.default(''),
  email: customerFields.email.default(''),
  address: customerFields.address.default(''),
  birthday: customerFields.birthday.default(null),
  notes: customerFields.notes.default(''),
  tierId: customerFields.tierId.default(null),
});
export type CustomerCreate = z.input<typeof customerCreate>;
export const customerChange = z.strictObject(customerFields).partial();
export type CustomerChange = z.infer<typeof customerChange>;

export const pointsEntry = z
  .object({
    id,
    kind: z.enum(['earned', 'redeemed', 'expired', 'adjusted', 'bonus', 'reversed']),
    points: z.int(),
    balanceAfter: z.int(),
    description: z.string(),
    orderId: id.nullable(),
    receiptNumber: z.string().nullable(),
    promotion: z.object({ id, title: z.string() }).nullable(),
    reward: z.object({ id, title: z.string() }).nullable(),
    by: z.string().nullable().meta({ description: 'Who gave or took them; null for the till itself.' }),
    at: instant,
  })
  .meta({ id: 'PointsEntry' });
export type PointsEntry = z.infer<typeof pointsEntry>;
export const pointsPage = pageOf(pointsEntry);

/** Points by hand: `bonus` gives, `adjust` corrects in either direction; the reason is shown in the ledger. */
export const pointsAward = z.strictObject({
  id: id.meta({ description: 'Made by the screen: the same id again gives the same entry.' }),
  kind: z.enum(['bonus', 'adjusted']),
  points: z.int().min(-100_000_000).max(100_000_000),
  reason: line(120, 1),
});
export type PointsAward = z.infer<typeof pointsAward>;

/** The signed code of a customer's card: `SK1.…`; tells a real card from a forged one without the network. */
export const customerCard = z
  .object({
    customerId: id,
    code: z.string(),
    name: z.string(),
    cardCode: z.string(),
    expiresOn: z.iso.date(),
  })
  .meta({ id: 'CustomerCard' });
export type CustomerCard = z.infer<typeof customerCard>;
