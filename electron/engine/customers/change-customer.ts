import { failure } from '../../../shared/api/failures.ts';
import type { Customer, CustomerChange } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkContacts, keysOfFreeContacts, type Contacts } from './check-contacts.ts';
import { checkTier } from './check-tier.ts';
import { customerOf } from './customer-of.ts';
import {
  customerById,
  indexCustomer,
  unindexCustomer,
  updateCustomer,
  type CustomerRow,
} from './customer-statements.ts';
import { customerSearchText } from './customer-search-text.ts';

const columns = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  birthday: 'birthday',
  notes: 'notes',
  tierId: 'tier_id',
  firstName: 'first_name',
  lastName: 'last_name',
  postalCode: 'postal_code',
  deliveryAddress: 'delivery_address',
} as const;
const fieldNames = Object.keys(columns) as (keyof typeof columns)[];
type Fields = { [Name in keyof typeof columns]: CustomerRow[(typeof columns)[Name]] };

/** Any fields of a customer, those that only web clients know among them. */
export type AnyCustomerChange = { [Name in keyof Fields]?: Fields[Name] | undefined };

/**
 * Changes the named fields and leaves the others; a change that changes nothing writes nothing. Fails with
 * `customer-unknown`, `phone-invalid`, `phone-taken`, `email-taken` or `tier-unknown`.
 */
export function changeCustomer(
  context: EngineContext,
  id: string,
  change: CustomerChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Customer, Failure>> {
  return context.write((tx) => writeChange(context, tx, id, change, actor.accountId, checkContacts));
}

/**
 * The same inside a transaction of the caller's, for a web client: contacts that are another's are kept as text. Throws
 * where there is no such customer.
 */
export function writeWebCustomerChange(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  change: AnyCustomerChange,
  actorId: string,
): void {
  const written = writeChange(context, tx, id, change, actorId, (db, contacts, options) =>
    ok(keysOfFreeContacts(db, contacts, options)),
  );
  if (!written.ok) throw new Error(written.failure.message);
}

function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  change: AnyCustomerChange,
  actorId: string,
  keysOf: typeof checkContacts,
): Result<Customer, Failure> {
  const before = tx.first(customerById, { id });
  if (before === undefined) return fail(failure('customer-unknown'));
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, change[name] === undefined ? before[columns[name]] : change[name]]),
  ) as Fields;
  const changed = fieldNames.filter((name) => fields[name] !== before[columns[name]]);
  if (changed.length === 0) return ok(customerOf(before));

  const tier = checkTier(context.settings(), changed.includes('tierId') ? fields.tierId : null);
  if (!tier.ok) return tier;
  const contacts = changedContacts(context, tx, before, fields, keysOf);
  if (!contacts.ok) return contacts;
  const { at } = append(context, tx, {
    kind: 'customer.changed',
    body: { customerId: id, changed },
    personal: Object.fromEntries(changed.map((name) => [name, fields[name]])),
    actor: actorId,
  });
  const rowId = before.row_id;
  const stored = { ...fields, ...contacts.value, nameFold: foldText(fields.name), at };
  tx.run(updateCustomer, { ...stored, rowId });
  tx.run(unindexCustomer, { rowId });
  tx.run(indexCustomer, { rowId, text: customerSearchText({ ...stored, code: before.code }) });
  return ok(customerOf({ ...before, ...fields, tier_id: fields.tierId }));
}

/** A contact that stays as it is keeps its key, even where the shop's country would read it differently today. */
function changedContacts(
  context: EngineContext,
  tx: WritableDatabase,
  before: CustomerRow,
  fields: Fields,
  keysOf: typeof checkContacts,
): Result<Contacts, Failure> {
  const { phone, email } = fields;
  const [samePhone, sameEmail] = [phone === before.phone, email === before.email];
  const checked = keysOf(
    tx,
    { phone: samePhone ? '' : phone, email: sameEmail ? '' : email },
    { country: context.settings().shop.country, ownRowId: before.row_id },
  );
  if (!checked.ok) return checked;
  return ok({
    phoneKey: samePhone ? before.phone_key : checked.value.phoneKey,
    emailFold: sameEmail ? before.email_fold : checked.value.emailFold,
  });
}
