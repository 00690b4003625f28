import { failure } from '../../../shared/api/failures.ts';
import type { Customer, CustomerChange } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkContacts, type Contacts } from './check-contacts.ts';
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
} as const;
const fieldNames = Object.keys(columns) as (keyof typeof columns)[];
type Fields = { [Name in keyof typeof columns]: CustomerRow[(typeof columns)[Name]] };

/**
 * Changes the named fields and leaves the others; a change that changes nothing writes nothing. Fails with
 * `customer-unknown`, `phone-invalid`, `phone-taken` or `email-taken`.
 */
export function changeCustomer(
  context: EngineContext,
  id: string,
  change: CustomerChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Customer, Failure>> {
  return context.write((tx) => writeChange(context, tx, id, change, actor.accountId));
}

function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  change: CustomerChange,
  actorId: string,
): Result<Customer, Failure> {
  const before = tx.first(customerById, { id });
  if (before === undefined) return fail(failure('customer-unknown'));
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, change[name] === undefined ? before[columns[name]] : change[name]]),
  ) as Fields;
  const changed = fieldNames.filter((name) => fields[name] !== before[columns[name]]);
  if (changed.length === 0) return ok(customerOf(before));

  const contacts = changedContacts(context, tx, before, fields);
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
): Result<Contacts, Failure> {
  const { phone, email } = fields;
  const [samePhone, sameEmail] = [phone === before.phone, email === before.email];
  const checked = checkContacts(
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
