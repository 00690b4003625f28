import type { EntryBodies } from '../../../../shared/journal/kinds.ts';
import { customerByRowId, survivorOf } from '../../customers/index.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import {
  accountRowOf,
  changeToldAccount,
  emptyAccountsOf,
  writeToldAccount,
  type AccountEdit,
} from '../../people/index.ts';
import type { Apply, ForeignEntry } from './types.ts';
import { isEmpty, winChanges } from './win.ts';

export const accountCreated: Apply = (_context, tx, entry) => {
  const { accountId: id, role, customerId } = entry.body as EntryBodies['account.created'];
  if (accountRowOf(tx, id) !== undefined) return 'no-effect';
  const customerRowId = customerRowIdOf(tx, customerId);
  if (customerRowId === undefined) return 'waits';
  writeToldAccount(tx, {
    id,
    username: textOf(entry, 'username') ?? `erased-${id.slice(-6)}`,
    displayName: textOf(entry, 'displayName') ?? 'Erased person',
    role,
    email: textOf(entry, 'email') ?? '',
    phone: textOf(entry, 'phone') ?? '',
    customerRowId,
    registerCode: entry.registerCode,
    at: entry.at,
  });
  if (isErased(tx, customerRowId)) emptyAccountsOf(tx, customerRowId, entry.at);
  return 'applied';
};

/** Passwords and PINs never travel: that they changed is kept, and nothing comes of it here. */
export const accountChanged: Apply = (_context, tx, entry) => {
  const { accountId: id, role, status, customerId } = entry.body as EntryBodies['account.changed'];
  const before = accountRowOf(tx, id);
  const customerRowId = customerRowIdOf(tx, customerId);
  if (before === undefined || customerRowId === undefined) return 'waits';
  if (isErased(tx, before.customer_row_id)) return 'no-effect';
  const displayName = textOf(entry, 'displayName');
  const email = textOf(entry, 'email');
  const changes = {
    ...(role === undefined ? {} : { role }),
    ...(status === undefined ? {} : { status }),
    ...(customerRowId === null ? {} : { customer: customerRowId }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  };
  const { customer, ...edit } = winChanges(tx, entry, { entity: 'account', id }, changes);
  const won: AccountEdit = customer === undefined ? edit : { ...edit, customerRowId: customer };
  if (isEmpty(won)) return 'no-effect';
  changeToldAccount(tx, before, won, entry.at);
  return 'applied';
};

/** Null for nobody; undefined for a customer who is not here yet. */
function customerRowIdOf(db: ReadableDatabase, customerId: string | undefined): number | null | undefined {
  return customerId === undefined ? null : survivorOf(db, customerId)?.rowId;
}

function isErased(db: ReadableDatabase, rowId: number | null): rowId is number {
  return rowId !== null && (db.first(customerByRowId, { rowId })?.erased_at ?? null) !== null;
}

function textOf({ personal }: ForeignEntry, name: string): string | undefined {
  const text = personal?.[name];
  return typeof text === 'string' ? text : undefined;
}
