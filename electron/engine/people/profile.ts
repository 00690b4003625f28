import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import {
  noWebDetails,
  setPicture,
  writeWebCustomer,
  writeWebCustomerChange,
  type AnyCustomerChange,
} from '../customers/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { append, winFields } from '../journal/index.ts';
import { dropPicture, writePicture, type CheckedPicture } from '../pictures/index.ts';
import { updateIdentifiers } from './account-statements.ts';
import { identifiersOf } from './identifiers.ts';
import { shownName } from './shown-name.ts';

type ProfileRow = {
  row_id: number;
  account_id: string;
  username: string;
  display_name: string;
  email: string;
  sign_in_email: string;
  customer_row_id: number | null;
  customer_id: string | null;
  first_name: string;
  last_name: string;
  phone: string;
  address: string;
  picture_id: string | null;
};

const profileByAccount = rawQuery<{ accountRowId: number }, ProfileRow>(
  `SELECT a.row_id, a.id AS account_id, a.username, a.display_name, coalesce(c.email, a.email) AS email,
     a.email AS sign_in_email, a.customer_row_id, c.id AS customer_id,
     coalesce(c.first_name, '') AS first_name, coalesce(c.last_name, '') AS last_name,
     coalesce(c.phone, a.phone) AS phone, coalesce(c.address, '') AS address, p.id AS picture_id
   FROM accounts AS a LEFT JOIN customers AS c ON c.row_id = a.customer_row_id
   LEFT JOIN pictures AS p ON p.row_id = c.picture_row_id WHERE a.row_id = @accountRowId`,
);

/** What a person tells of themselves: the customer's record, and the account where there is none yet. */
export type Profile = {
  accountRowId: number;
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  address: string;
  pictureId: string | null;
};
export type ProfileChange = Partial<
  Pick<Profile, 'firstName' | 'lastName' | 'email' | 'phone' | 'address'>
> & {
  /** Null takes the picture away. */
  picture?: CheckedPicture | null;
};

/** The profile of an account, by its integer id. */
export function getProfile(db: ReadableDatabase, accountRowId: number): Profile {
  return profileOf(rowOf(db, accountRowId));
}

/**
 * Changes the named fields of a person's own profile. Whoever has no customer's record yet gets one; what signs the
 * person in follows, where no other account is signed in by it.
 */
export function changeProfile(
  context: EngineContext,
  accountRowId: number,
  change: ProfileChange,
): Promise<Result<Profile, Failure>> {
  return context.write((tx) => {
    const before = rowOf(tx, accountRowId);
    const { picture, ...fields } = change;
    const customer = writeFields(context, tx, before, fields);
    followIdentifiers(context, tx, before, fields, customer);
    if (picture !== undefined) replacePicture(context, tx, before.account_id, customer.id, picture);
    return ok(profileOf(rowOf(tx, accountRowId)));
  });
}

function writeFields(
  context: EngineContext,
  tx: WritableDatabase,
  before: ProfileRow,
  fields: Omit<ProfileChange, 'picture'>,
): { id: string; rowId: number } {
  const { firstName = before.first_name, lastName = before.last_name } = fields;
  const isNamed = fields.firstName !== undefined || fields.lastName !== undefined;
  const name = shownName({ firstName, lastName }, before.display_name, 120);
  if (before.customer_id !== null && before.customer_row_id !== null) {
    const renamed = isNamed && (firstName !== before.first_name || lastName !== before.last_name);
    const change: AnyCustomerChange = { ...fields, ...(renamed ? { name } : {}) };
    writeWebCustomerChange(context, tx, before.customer_id, change, before.account_id);
    return { id: before.customer_id, rowId: before.customer_row_id };
  }
  const { email = before.email, phone = before.phone, address = '' } = fields;
  const details = { ...noWebDetails, firstName, lastName, email, phone, address };
  const made = writeWebCustomer(
    context,
    tx,
    { name, birthday: null, notes: '', tierId: null, ...details },
    before.account_id,
  );
  return { id: made.customer.id, rowId: made.rowId };
}

/** Links the account to its customer, and lets what signs the person in follow the profile. */
function followIdentifiers(
  context: EngineContext,
  tx: WritableDatabase,
  before: ProfileRow,
  { email = before.email, phone = before.phone }: Omit<ProfileChange, 'picture'>,
  customer: { id: string; rowId: number },
): void {
  tx.run(updateIdentifiers, {
    rowId: before.row_id,
    customerRowId: customer.rowId,
    email,
    ...identifiersOf(tx, { email, phone }, before.row_id),
    at: instantOf(context.clock.now()),
  });
  const isLinked = before.customer_row_id !== null;
  const changed = [...(isLinked ? [] : ['customer']), ...(before.sign_in_email === email ? [] : ['email'])];
  if (changed.length === 0) return;
  const { stamp } = append(context, tx, {
    kind: 'account.changed',
    body: { accountId: before.account_id, changed, ...(isLinked ? {} : { customerId: customer.id }) },
    actor: before.account_id,
    personal: { email },
  });
  winFields(tx, { entity: 'account', id: before.account_id, fields: changed, stamp });
}

function replacePicture(
  context: EngineContext,
  tx: WritableDatabase,
  accountId: string,
  customerId: string,
  picture: CheckedPicture | null,
): void {
  const rowId = picture === null ? null : writePicture(context, tx, picture).rowId;
  const before = setPicture(context, tx, customerId, rowId, accountId);
  if (before !== null) dropPicture(tx, before);
}

function rowOf(db: ReadableDatabase, accountRowId: number): ProfileRow {
  const row = db.first(profileByAccount, { accountRowId });
  if (row === undefined) throw new Error('an account whose profile is asked for is not there');
  return row;
}

function profileOf(row: ProfileRow): Profile {
  return {
    accountRowId: row.row_id,
    username: row.username,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    address: row.address,
    pictureId: row.picture_id,
  };
}
