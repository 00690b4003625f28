import type { WritableDatabase } from '../db/database.ts';
import {
  accountByFold,
  accountById,
  insertPerson,
  updateToldAccount,
  usernameTaken,
  type AccountRow,
} from './account-statements.ts';
import { noPassword } from './password.ts';
import { foldUsername, plainUsername, searchTextOf } from './username.ts';

export type ToldAccount = {
  id: string;
  username: string;
  displayName: string;
  role: AccountRow['role'];
  email: string;
  phone: string;
  customerRowId: number | null;
  /** Of the register where the person is known, such as `T2`. */
  registerCode: string;
  at: string;
};

/**
 * Writes the account of a person of another till: to name who did what, and to be given a password here. Nobody signs in
 * by it before, and its contacts find nobody. Its name tells the register, since names are free on every till.
 */
export function writeToldAccount(tx: WritableDatabase, told: ToldAccount): void {
  const plain = plainUsername(`${told.username}@${told.registerCode}`);
  const isTaken =
    tx.first(usernameTaken, { username: plain, usernameFold: foldUsername(plain) }) !== undefined;
  const username = isTaken ? `${plain}~${told.id.slice(-6)}` : plain;
  const usernameFold = foldUsername(username);
  tx.run(insertPerson, {
    id: told.id,
    username,
    usernameFold: tx.first(accountByFold, { usernameFold }) === undefined ? usernameFold : `\n${told.id}`,
    displayName: told.displayName,
    searchText: searchTextOf(username, told.displayName),
    role: told.role,
    passwordHash: noPassword,
    customerRowId: told.customerRowId,
    email: told.email,
    emailFold: null,
    phone: '',
    at: told.at,
  });
}

export type AccountEdit = Partial<
  Pick<ToldAccount, 'displayName' | 'role' | 'email' | 'customerRowId'> & Pick<AccountRow, 'status'>
>;

/** Writes what another till changed of an account. Who is disabled is out at the next request. */
export function changeToldAccount(
  tx: WritableDatabase,
  before: AccountRow,
  edit: AccountEdit,
  at: string,
): void {
  const displayName = edit.displayName ?? before.display_name;
  tx.run(updateToldAccount, {
    rowId: before.row_id,
    displayName,
    searchText: searchTextOf(before.username, displayName),
    role: edit.role ?? before.role,
    status: edit.status ?? before.status,
    customerRowId: edit.customerRowId ?? before.customer_row_id,
    email: edit.email ?? before.email,
    at,
  });
}

/** An account as it is stored; undefined where there is none with this id. */
export function accountRowOf(tx: WritableDatabase, id: string): AccountRow | undefined {
  return tx.first(accountById, { id });
}
