import type { ReadableDatabase } from '../db/database.ts';
import {
  accountByEmail,
  accountByFold,
  accountByPhone,
  accountByUsername,
  type AccountRow,
} from './account-statements.ts';
import { foldUsername, plainUsername } from './username.ts';

/**
 * `till`: whoever works here under exactly this user name, else whose name folds the same, else exactly this name. So no
 * customer who registers another spelling of a name takes it from its owner. The others are what the dialects sign in
 * with.
 */
export type LoginKind = 'till' | 'username' | 'username-or-phone' | 'email';

/** The account that a login names. At most one: e-mail and phone are an identifier of the first who had them. */
export function findAccountBy(db: ReadableDatabase, kind: LoginKind, login: string): AccountRow | undefined {
  if (kind === 'email') return db.first(accountByEmail, { emailFold: foldEmailAddress(login) });
  const exact = db.first(accountByUsername, { username: plainUsername(login) });
  if (kind === 'till') {
    if (exact !== undefined && worksHere(exact)) return exact;
    return db.first(accountByFold, { usernameFold: foldUsername(login) }) ?? exact;
  }
  if (exact !== undefined || kind === 'username') return exact;
  return login === '' ? undefined : db.first(accountByPhone, { phone: login });
}

/** Whether an account is of the staff or an admin's: nobody else may have its name in another spelling. */
export function worksHere({ role }: Pick<AccountRow, 'role'>): boolean {
  return role !== 'customer';
}

/** Under what an e-mail address signs in: capitals and the spaces around it do not count. */
export function foldEmailAddress(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
