import { failure } from '../../../shared/api/failures.ts';
import type { Account, AccountChange } from '../../../shared/api/people.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { readAccount } from './account-of.ts';
import {
  accountById,
  accountByPin,
  otherActiveAdmin,
  updateAccount,
  type AccountRow,
} from './account-statements.ts';
import { checkSecrets } from './create-account.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword } from './password.ts';
import { keepPin, type KeptPin } from './pin.ts';
import { forgetFailures } from './throttle.ts';
import { subjectsOfName } from './throttle-subjects.ts';
import { searchTextOf } from './username.ts';

/** The secrets of a change, hashed before the transaction. `undefined` leaves what is there. */
type NewSecrets = { passwordHash: string | undefined; pin: KeptPin | null | undefined };

/**
 * Changes an account. Disabling, another role and another password end its sessions, but for the one that asks. Fails
 * with `account-unknown`, `last-admin`, `pin-taken` or `password-weak`.
 */
export async function changeAccount(
  context: EngineContext,
  id: string,
  change: AccountChange,
  actor: Actor,
): Promise<Result<Account, Failure>> {
  const known = context.read.first(accountById, { id });
  if (known === undefined) return fail(failure('account-unknown'));
  const allowed = checkSecrets({ ...change, username: known.username }, '');
  if (!allowed.ok) return allowed;
  const [passwordHash, pin, throttles] = await Promise.all([
    change.password === undefined ? undefined : hashPassword(context, change.password),
    typeof change.pin === 'string' ? keepPin(context, change.pin) : change.pin,
    subjectsOfName(context, known.username_fold),
  ]);
  return context.write((tx) => {
    const written = writeChange(context, tx, id, change, { passwordHash, pin }, actor);
    if (!written.ok) return written;
    // A new password is the help for somebody who typed the old one wrong too often.
    if (passwordHash !== undefined) forgetFailures(tx, throttles);
    return ok(readAccount(context, tx, id));
  });
}

function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  change: AccountChange,
  secrets: NewSecrets,
  actor: Actor,
): Result<void, Failure> {
  const before = tx.first(accountById, { id });
  if (before === undefined) return fail(failure('account-unknown'));
  const after = changed(before, change, secrets);
  const fields = changedFields(before, after, secrets);
  if (fields.length === 0) return ok(undefined);
  const allowed = checkChange(tx, before, after);
  if (!allowed.ok) return allowed;

  tx.run(updateAccount, {
    rowId: before.row_id,
    displayName: after.display_name,
    searchText: searchTextOf(before.username, after.display_name),
    role: after.role,
    status: after.status,
    passwordHash: after.password_hash,
    pinHash: after.pin_hash,
    pinKey: after.pin_key,
    at: instantOf(context.clock.now()),
  });
  const { stamp } = append(context, tx, {
    kind: 'account.changed',
    body: {
      accountId: id,
      changed: fields,
      ...(fields.includes('role') ? { role: after.role } : {}),
      ...(fields.includes('status') ? { status: after.status } : {}),
    },
    actor: actor.accountId,
    ...(fields.includes('displayName') ? { personal: { displayName: after.display_name } } : {}),
  });
  winFields(tx, { entity: 'account', id, fields, stamp });
  const ending = fields.find((field) => ['status', 'role', 'password'].includes(field));
  if (ending !== undefined) {
    endSessionsOf(context, tx, before.row_id, {
      because: `${ending}-changed`,
      exceptSessionId: after.status === 'active' ? actor.sessionId : undefined,
    });
  }
  return ok(undefined);
}

function changed(before: AccountRow, change: AccountChange, secrets: NewSecrets): AccountRow {
  return {
    ...before,
    display_name: change.displayName ?? before.display_name,
    role: change.role ?? before.role,
    status: change.status ?? before.status,
    password_hash: secrets.passwordHash ?? before.password_hash,
    pin_hash: secrets.pin === undefined ? before.pin_hash : (secrets.pin?.hash ?? null),
    pin_key: secrets.pin === undefined ? before.pin_key : (secrets.pin?.key ?? null),
  };
}

function changedFields(before: AccountRow, after: AccountRow, secrets: NewSecrets): string[] {
  const fields = {
    displayName: before.display_name !== after.display_name,
    role: before.role !== after.role,
    status: before.status !== after.status,
    password: secrets.passwordHash !== undefined,
    pin: before.pin_key !== after.pin_key,
  };
  return Object.entries(fields).flatMap(([field, isChanged]) => (isChanged ? [field] : []));
}

function checkChange(tx: WritableDatabase, before: AccountRow, after: AccountRow): Result<void, Failure> {
  const wasAdmin = before.role === 'admin' && before.status === 'active';
  const staysAdmin = after.role === 'admin' && after.status === 'active';
  if (wasAdmin && !staysAdmin && tx.first(otherActiveAdmin, { rowId: before.row_id }) === undefined) {
    return fail(failure('last-admin'));
  }
  if (after.pin_key !== null && after.pin_key !== before.pin_key) {
    if (tx.first(accountByPin, { pinKey: after.pin_key }) !== undefined) {
      return fail(failure('pin-taken', { field: 'pin' }));
    }
  }
  return ok(undefined);
}
