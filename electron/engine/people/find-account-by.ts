import type { ReadableDatabase } from '../db/database.ts';
import {
  accountByEmail,
  accountByFold,
  accountByPhone,
  accountByUsername,
  type AccountRow,
} from './account-statements.ts';
import { foldUsername, plainUsername } from './username.ts';

/** `till`: the exact user name, else the one that folds the same. The others are what the dialects sign in with. */
export type LoginKind = 'till' | 'username' | 'username-or-phone' | 'email';

/** The account that a login names. At most one: e-mail and phone are an identifier of the first who had them. */
export function findAccountBy(db: ReadableDatabase, kind: LoginKind, login: string): AccountRow | undefined {
  if (kind === 'email') return db.first(accountByEmail, { emailFold: foldEmailAddress(login) });
  const exact = db.first(accountByUsername, { username: plainUsername(login) });
  if (exact !== undefined || kind === 'username') return exact;
  if (kind === 'till') return db.first(accountByFold, { usernameFold: foldUsername(login) });
  return login === '' ? undefined : db.first(accountByPhone, { phone: login });
}

/** Under what an e-mail address signs in: capitals and the spaces around it do not count. */
export function foldEmailAddress(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
