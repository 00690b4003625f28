import type { z } from 'zod';
import type { Customer, customerCreate } from '../../../shared/api/customers.ts';
import { customerCode } from '../../../shared/domain/codes.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkContacts } from './check-contacts.ts';
import { checkTier } from './check-tier.ts';
import { customerOf } from './customer-of.ts';
import { insertCustomerRow } from './customer-rows.ts';
import { customerById, takeCustomerNumber } from './customer-statements.ts';

export type CustomerCreateInput = z.output<typeof customerCreate>;

/** What only web clients tell of a customer. */
export type WebDetails = {
  firstName: string;
  lastName: string;
  postalCode: string;
  /** Stored as JSON, as the client gave it. */
  deliveryAddress: Record<string, unknown>;
};
export const noWebDetails: WebDetails = { firstName: '', lastName: '', postalCode: '', deliveryAddress: {} };

type Written = { customer: Customer; rowId: number; repeated: boolean };

/**
 * Makes a customer with the next code and a QR code of 128 random bits. The same id again answers with the customer
 * that is there, unchanged (`repeated`). Fails with `phone-invalid`, `phone-taken`, `email-taken` or `tier-unknown`.
 */
export function createCustomer(
  context: EngineContext,
  input: CustomerCreateInput,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Written, Failure>> {
  return context.write((tx) => writeCustomer(context, tx, input, actor.accountId));
}

/** The same inside a transaction of the caller's. */
export function writeCustomer(
  context: EngineContext,
  tx: WritableDatabase,
  input: CustomerCreateInput,
  actorId: string,
): Result<Written, Failure> {
  const known = input.id === undefined ? undefined : tx.first(customerById, { id: input.id });
  if (known !== undefined) return ok({ customer: customerOf(known), rowId: known.row_id, repeated: true });
  const tier = checkTier(context.settings(), input.tierId);
  if (!tier.ok) return tier;
  const country = context.settings().shop.country;
  const contacts = checkContacts(tx, input, { country, ownRowId: null });
  if (!contacts.ok) return contacts;
  return ok(insert(context, tx, { ...input, ...noWebDetails }, actorId));
}

/**
 * A customer as a web client gives it: nothing is refused. Contacts that are an older customer's are kept as text, so
 * that nobody takes another customer over by typing their phone.
 */
export function writeWebCustomer(
  context: EngineContext,
  tx: WritableDatabase,
  input: CustomerCreateInput & WebDetails,
  actorId: string,
): Written {
  return insert(context, tx, input, actorId);
}

function insert(
  context: EngineContext,
  tx: WritableDatabase,
  { id = context.ids.uuid(), ...fields }: CustomerCreateInput & WebDetails,
  actorId: string,
): Written {
  const taken = tx.first(takeCustomerNumber);
  if (taken === undefined) throw new Error('the series of customers gave no number');
  const code = customerCode(taken.last_number);
  const qrCode = Buffer.from(context.ids.bytes(16)).toString('hex').toUpperCase();
  const { at } = append(context, tx, {
    kind: 'customer.created',
    body: { customerId: id, code, qrCode },
    personal: fields,
    actor: actorId,
  });
  const deliveryAddress = JSON.stringify(fields.deliveryAddress);
  const rowId = insertCustomerRow(context, tx, { id, code, qrCode, at }, { ...fields, deliveryAddress });
  const row = tx.first(customerById, { id });
  if (row === undefined) throw new Error('a customer that was just made is not there');
  return { customer: customerOf(row), rowId, repeated: false };
}
