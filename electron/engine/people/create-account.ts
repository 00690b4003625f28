import { failure } from '../../../shared/api/failures.ts';
import type { Account, AccountCreate } from '../../../shared/api/people.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { readAccount } from './account-of.ts';
import {
  accountById,
  accountByPin,
  insertAccount,
  usernameTaken,
  type AccountRow,
} from './account-statements.ts';
import { checkPassword, hashPassword } from './password.ts';
import { isTrivialPin, keepPin, type KeptPin } from './pin.ts';
import { foldUsername, plainUsername, searchTextOf } from './username.ts';

export type NewAccount = Pick<AccountCreate, 'username' | 'displayName' | 'role' | 'password' | 'pin'>;

/** A new account with its secrets hashed, ready to be written. */
export type PreparedAccount = Omit<NewAccount, 'password' | 'pin'> & {
  passwordHash: string;
  pin: KeptPin | null;
};

/** Creates an account. Fails with `username-taken`, `pin-taken` or `password-weak`, and the field. */
export async function createAccount(
  context: EngineContext,
  input: AccountCreate,
  actor: Actor,
): Promise<Result<Account, Failure>> {
  const allowed = checkSecrets(input, '');
  if (!allowed.ok) return allowed;
  const prepared = await prepareAccount(context, input);
  return context.write((tx) => {
    const created = writeNewAccount(context, tx, prepared, actor.accountId);
    return created.ok ? ok(readAccount(context, tx, created.value.id)) : created;
  });
}

/** Refuses a password or PIN that would be guessed first. `within` leads the names of fields: `owner.`. */
export function checkSecrets(
  input: { username: string; password?: string | undefined; pin?: string | null | undefined },
  within: string,
): Result<void, Failure> {
  if (typeof input.pin === 'string' && isTrivialPin(input.pin)) {
    return fail(failure('pin-taken', { field: `${within}pin` }));
  }
  if (input.password === undefined) return ok(undefined);
  return checkPassword(input.password, input.username, `${within}password`);
}

/** Hashes what is to be hashed, before the transaction. */
export async function prepareAccount(context: EngineContext, input: NewAccount): Promise<PreparedAccount> {
  const { password, pin, ...rest } = input;
  const [passwordHash, kept] = await Promise.all([
    hashPassword(context, password),
    pin === undefined ? null : keepPin(context, pin),
  ]);
  return { ...rest, passwordHash, pin: kept };
}

/** Writes a prepared account inside the caller's transaction. */
export function writeNewAccount(
  context: EngineContext,
  tx: WritableDatabase,
  prepared: PreparedAccount,
  actorId: string,
  id: string = context.ids.uuid(),
): Result<AccountRow, Failure> {
  const username = plainUsername(prepared.username);
  const usernameFold = foldUsername(prepared.username);
  const { displayName, role, pin } = prepared;
  if (tx.first(usernameTaken, { username, usernameFold }) !== undefined) {
    return fail(failure('username-taken', { field: 'username' }));
  }
  if (pin !== null && tx.first(accountByPin, { pinKey: pin.key }) !== undefined) {
    return fail(failure('pin-taken', { field: 'pin' }));
  }
  tx.run(insertAccount, {
    id,
    username,
    usernameFold,
    displayName,
    searchText: searchTextOf(username, displayName),
    role,
    passwordHash: prepared.passwordHash,
    pinHash: pin?.hash ?? null,
    pinKey: pin?.key ?? null,
    at: instantOf(context.clock.now()),
  });
  append(context, tx, {
    kind: 'account.created',
    body: { accountId: id, role },
    actor: actorId,
    personal: { username, displayName },
  });
  const written = tx.first(accountById, { id });
  if (written === undefined) throw new Error('an account that was just written is not there');
  return ok(written);
}
