import { failure } from '../../../shared/api/failures.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { noWebDetails, writeWebCustomer } from '../customers/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import {
  accountByEmail,
  accountByEmailText,
  accountByFold,
  accountById,
  accountByPhone,
  accountByUsername,
  insertPerson,
  usernameTaken,
  type AccountRow,
} from './account-statements.ts';
import { foldEmailAddress, worksHere } from './find-account-by.ts';
import { identifiersOf } from './identifiers.ts';
import { hashPassword } from './password.ts';
import { countRegistration } from './registration-throttle.ts';
import { shownName } from './shown-name.ts';
import { foldUsername, plainUsername, searchTextOf } from './username.ts';

/** A person who registers through a web client. A text that was not given is empty. */
export type NewPerson = {
  username: string;
  password: string;
  email: string;
  firstName: string;
  lastName: string;
  fullName?: string;
  phone: string;
  address: string;
  postalCode?: string;
  birthday: string | null;
  deliveryAddress?: Record<string, unknown>;
  role: Role;
};

/**
 * What no two people of a dialect may share, and whether capitals count there. In the names of staff and admins, who
 * sign in at the till by any spelling, they never do.
 */
export type Unique = {
  usernames: 'folded' | 'exact';
  emails?: 'folded' | 'exact';
  phones?: 'exact';
};

export type RegisterOptions = {
  unique: Unique;
  remoteAddress: string;
  /** The account that acts; the new person by default. */
  actorId?: string;
  /** Looked at inside the transaction, before anything is written. */
  allowed?: (db: ReadableDatabase) => Result<void, Failure>;
};

/** `customerCode` is null for staff and admins, who are made no customers. */
export type RegisteredPerson = { account: AccountRow; customerCode: string | null };

/**
 * Makes an account and, for the role `customer`, the customer that the person is when buying, in one write. How strong
 * a password must be is for the dialect to say. Fails with `username-taken`, `email-taken` or `phone-taken`, and with
 * `sign-in-throttled` when too many registered from there.
 */
export async function registerPerson(
  context: EngineContext,
  person: NewPerson,
  options: RegisterOptions,
): Promise<Result<RegisteredPerson, Failure>> {
  const free = checkUnique(context.read, person, options.unique);
  if (!free.ok) return free;
  const counted = await countRegistration(context, options.remoteAddress);
  if (!counted.ok) return counted;
  const passwordHash = await hashPassword(context, person.password);
  return context.write((tx) => {
    const stillFree = checkUnique(tx, person, options.unique);
    if (!stillFree.ok) return stillFree;
    const allowed = options.allowed?.(tx) ?? ok(undefined);
    return allowed.ok ? ok(write(context, tx, person, passwordHash, options.actorId)) : allowed;
  });
}

/** Whether nobody has these identifiers yet; fails with the first that is taken. */
export function checkUnique(
  db: ReadableDatabase,
  {
    username,
    email,
    phone,
    role = 'customer',
  }: Partial<Pick<NewPerson, 'username' | 'email' | 'phone' | 'role'>>,
  unique: Unique,
): Result<void, Failure> {
  const usernames = worksHere({ role }) ? 'folded' : unique.usernames;
  if (username !== undefined && isUsernameTaken(db, username, usernames)) {
    return fail(failure('username-taken', { field: 'username' }));
  }
  if (email !== undefined && email !== '' && isEmailTaken(db, email, unique.emails)) {
    return fail(failure('email-taken', { field: 'email' }));
  }
  const isPhoneAsked = phone !== undefined && phone !== '' && unique.phones !== undefined;
  if (isPhoneAsked && db.first(accountByPhone, { phone }) !== undefined) {
    return fail(failure('phone-taken', { field: 'phone' }));
  }
  return ok(undefined);
}

function isUsernameTaken(db: ReadableDatabase, given: string, how: Unique['usernames']): boolean {
  const username = plainUsername(given);
  const usernameFold = foldUsername(given);
  if (how === 'folded') return db.first(usernameTaken, { username, usernameFold }) !== undefined;
  const owner = db.first(accountByFold, { usernameFold });
  if (owner !== undefined && worksHere(owner)) return true;
  return db.first(accountByUsername, { username }) !== undefined;
}

function isEmailTaken(db: ReadableDatabase, email: string, how: Unique['emails']): boolean {
  if (how === undefined) return false;
  if (how === 'exact') return db.first(accountByEmailText, { email }) !== undefined;
  return db.first(accountByEmail, { emailFold: foldEmailAddress(email) }) !== undefined;
}

function write(
  context: EngineContext,
  tx: WritableDatabase,
  person: NewPerson,
  passwordHash: string,
  actor: string | undefined,
): RegisteredPerson {
  const id = context.ids.uuid();
  const username = plainUsername(person.username);
  const displayName = shownName(person, username, 80);
  const customer =
    person.role === 'customer' ? writeCustomerOf(context, tx, person, username, actor ?? id) : null;
  tx.run(insertPerson, {
    id,
    username,
    usernameFold: freeFold(tx, foldUsername(person.username), id),
    displayName,
    searchText: searchTextOf(username, displayName),
    role: person.role,
    passwordHash,
    customerRowId: customer?.rowId ?? null,
    email: person.email,
    ...identifiersOf(tx, person, null),
    at: instantOf(context.clock.now()),
  });
  append(context, tx, {
    kind: 'account.created',
    body: {
      accountId: id,
      role: person.role,
      ...(customer === null ? {} : { customerId: customer.customer.id }),
    },
    actor: actor ?? id,
    personal: { username, displayName, email: person.email, phone: person.phone },
  });
  const account = tx.first(accountById, { id });
  if (account === undefined) throw new Error('an account that was just written is not there');
  return { account, customerCode: customer?.customer.code ?? null };
}

function writeCustomerOf(
  context: EngineContext,
  tx: WritableDatabase,
  person: NewPerson,
  username: string,
  actorId: string,
) {
  const { firstName, lastName, email, phone, address, birthday } = person;
  const details = {
    ...noWebDetails,
    firstName,
    lastName,
    ...(person.postalCode === undefined ? {} : { postalCode: person.postalCode }),
    ...(person.deliveryAddress === undefined ? {} : { deliveryAddress: person.deliveryAddress }),
  };
  const name = shownName(person, username, 120);
  const fields = { name, email, phone, address, birthday, notes: '', tierId: null };
  return writeWebCustomer(context, tx, { ...fields, ...details }, actorId);
}

/** Of two names that differ in capitals alone, the first is found by any spelling; the later one by its own only. */
function freeFold(tx: WritableDatabase, usernameFold: string, id: string): string {
  return tx.first(accountByFold, { usernameFold }) === undefined ? usernameFold : `${usernameFold}\n${id}`;
}
