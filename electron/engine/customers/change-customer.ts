import { failure } from '../../../shared/api/failures.ts';
import type { Customer, CustomerChange } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { checkContacts } from './check-contacts.ts';
import { checkTier } from './check-tier.ts';
import { customerOf } from './customer-of.ts';
import {
  changeCustomerRow,
  customerFieldNames,
  customerFieldsOf,
  type CustomerFields,
} from './customer-rows.ts';
import { customerById, type CustomerRow } from './customer-statements.ts';
import { survivorOfRow } from './survivor-of.ts';

/** Any fields of a customer, those that only web clients know among them. */
export type AnyCustomerChange = {
  [Name in keyof CustomerFields]?: CustomerFields[Name] | undefined;
};

/**
 * Changes the named fields and leaves the others; a change that changes nothing writes nothing. Fails with
 * `customer-unknown`, `customer-erased`, `phone-invalid`, `phone-taken`, `email-taken` or `tier-unknown`.
 */
export function changeCustomer(
  context: EngineContext,
  id: string,
  change: CustomerChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Customer, Failure>> {
  return context.write((tx) => writeChange(context, tx, id, change, actor.accountId, checkChange));
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
  const written = writeChange(context, tx, id, change, actorId, () => ok(undefined));
  if (!written.ok) throw new Error(written.failure.message);
}

type Check = (
  context: EngineContext,
  db: ReadableDatabase,
  before: CustomerRow,
  changes: Partial<CustomerFields>,
) => Result<void, Failure>;

function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  asked: string,
  change: AnyCustomerChange,
  actorId: string,
  check: Check,
): Result<Customer, Failure> {
  const before = survivorOfRow(tx, tx.first(customerById, { id: asked }));
  if (before === undefined) return fail(failure('customer-unknown'));
  if (before.erased_at !== null) return fail(failure('customer-erased'));
  const { id } = before;
  const changes = differences(customerFieldsOf(before), change);
  const changed = Object.keys(changes);
  if (changed.length === 0) return ok(customerOf(before));
  const tier = checkTier(context.settings(), changes.tierId ?? null);
  if (!tier.ok) return tier;
  const allowed = check(context, tx, before, changes);
  if (!allowed.ok) return allowed;
  const { at, stamp } = append(context, tx, {
    kind: 'customer.changed',
    body: { customerId: id, changed },
    personal: changes,
    actor: actorId,
  });
  winFields(tx, { entity: 'customer', id, fields: changed, stamp });
  changeCustomerRow(context, tx, before, changes, at);
  const row = tx.first(customerById, { id });
  if (row === undefined) throw new Error('a customer vanished while it was changed');
  return ok(customerOf(row));
}

function differences(before: CustomerFields, change: AnyCustomerChange): Partial<CustomerFields> {
  return Object.fromEntries(
    customerFieldNames.flatMap((name) =>
      change[name] === undefined || change[name] === before[name] ? [] : [[name, change[name]]],
    ),
  );
}

/** A contact that stays as it is was checked when it came. */
function checkChange(
  context: EngineContext,
  db: ReadableDatabase,
  before: CustomerRow,
  { phone = '', email = '' }: Partial<CustomerFields>,
): Result<void, Failure> {
  const { country } = context.settings().shop;
  return checkContacts(db, { phone, email }, { country, ownRowId: before.row_id });
}
