import { sql } from 'kysely';
import { builder, query } from '../db/query.ts';

const columns = [
  'row_id',
  'id',
  'username',
  'username_fold',
  'display_name',
  'role',
  'status',
  'password_hash',
  'pin_hash',
  'pin_key',
  'session_epoch',
  'email',
  'email_fold',
  'phone',
  'customer_row_id',
] as const;

export const accountByFold = query<{ usernameFold: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('username_fold', '=', p('usernameFold')),
);
export const accountByUsername = query<{ username: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('username', '=', p('username')),
);
export const accountByEmail = query<{ emailFold: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('email_fold', '=', p('emailFold')),
);
export const accountByEmailText = query<{ email: string }>()((b, p) =>
  b.selectFrom('accounts').select('row_id').where('email', '=', p('email')).where('email', '<>', sql.lit('')),
);
export const accountByPhone = query<{ phone: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('phone', '=', p('phone')).where('phone', '<>', sql.lit('')),
);
export const accountByPin = query<{ pinKey: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('pin_key', '=', p('pinKey')),
);
export const accountById = query<{ id: string }>()((b, p) =>
  b.selectFrom('accounts').select(columns).where('id', '=', p('id')),
);

/** An account as its feature works with it: with its hashes, so never to be answered or logged. */
export type AccountRow = NonNullable<(typeof accountById)['row']>;

export const usernameTaken = query<{ username: string; usernameFold: string }>()((b, p) =>
  b
    .selectFrom('accounts')
    .select('row_id')
    .where((e) => e.or([e('username_fold', '=', p('usernameFold')), e('username', '=', p('username'))])),
);
export const otherActiveAdmin = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('accounts')
    .select('row_id')
    .where('role', '=', 'admin')
    .where('status', '=', 'active')
    .where('password_hash', '<>', sql.lit(''))
    .where('row_id', '<>', p('rowId'))
    .limit(1),
);

export const insertAccount = query<{
  id: string;
  username: string;
  usernameFold: string;
  displayName: string;
  searchText: string;
  role: 'customer' | 'staff' | 'admin';
  passwordHash: string;
  pinHash: string | null;
  pinKey: string | null;
  at: string;
}>()((b, p) =>
  b.insertInto('accounts').values({
    id: p('id'),
    username: p('username'),
    username_fold: p('usernameFold'),
    display_name: p('displayName'),
    search_text: p('searchText'),
    role: p('role'),
    status: 'active',
    password_hash: p('passwordHash'),
    pin_hash: p('pinHash'),
    pin_key: p('pinKey'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);

/** An account of a web client, with what it signs in with besides its name. */
export const insertPerson = query<{
  id: string;
  username: string;
  usernameFold: string;
  displayName: string;
  searchText: string;
  role: 'customer' | 'staff' | 'admin';
  passwordHash: string;
  customerRowId: number | null;
  email: string;
  emailFold: string | null;
  phone: string;
  at: string;
}>()((b, p) =>
  b.insertInto('accounts').values({
    id: p('id'),
    username: p('username'),
    username_fold: p('usernameFold'),
    display_name: p('displayName'),
    search_text: p('searchText'),
    role: p('role'),
    status: 'active',
    password_hash: p('passwordHash'),
    customer_row_id: p('customerRowId'),
    email: p('email'),
    email_fold: p('emailFold'),
    phone: p('phone'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);

export const updateAccount = query<{
  rowId: number;
  displayName: string;
  searchText: string;
  role: 'customer' | 'staff' | 'admin';
  status: 'active' | 'disabled';
  passwordHash: string;
  pinHash: string | null;
  pinKey: string | null;
  at: string;
}>()((b, p) =>
  b
    .updateTable('accounts')
    .set({
      display_name: p('displayName'),
      search_text: p('searchText'),
      role: p('role'),
      status: p('status'),
      password_hash: p('passwordHash'),
      pin_hash: p('pinHash'),
      pin_key: p('pinKey'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

/** Accounts as the API shows them; session times are compared with `now`, an instant of session time. */
export function shownAccounts(now: string) {
  return builder
    .selectFrom('accounts')
    .leftJoin('customers', 'customers.row_id', 'accounts.customer_row_id')
    .select((e) => [
      'accounts.id',
      'accounts.username',
      'accounts.display_name',
      'accounts.role',
      'accounts.status',
      'accounts.pin_key',
      'accounts.last_sign_in_at',
      'accounts.created_at',
      'customers.id as customer_id',
      e
        .selectFrom('sessions')
        .select((s) => s.fn.countAll<number>().as('count'))
        .whereRef('sessions.account_row_id', '=', 'accounts.row_id')
        .whereRef('sessions.epoch', '=', 'accounts.session_epoch')
        .where('sessions.ended_at', 'is', null)
        .where('sessions.expires_at', '>', now)
        .as('open_sessions'),
    ]);
}

export const updatePassword = query<{ rowId: number; passwordHash: string; at: string }>()((b, p) =>
  b
    .updateTable('accounts')
    .set({ password_hash: p('passwordHash'), updated_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
export const updateIdentifiers = query<{
  rowId: number;
  customerRowId: number;
  email: string;
  emailFold: string | null;
  phone: string;
  at: string;
}>()((b, p) =>
  b
    .updateTable('accounts')
    .set({
      customer_row_id: p('customerRowId'),
      email: p('email'),
      email_fold: p('emailFold'),
      phone: p('phone'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

/** What an edit of another till may change of an account. */
export type ToldAccount = {
  displayName: string;
  searchText: string;
  role: 'customer' | 'staff' | 'admin';
  status: 'active' | 'disabled';
  customerRowId: number | null;
  email: string;
};
export const updateToldAccount = query<ToldAccount & { rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('accounts')
    .set({
      display_name: p('displayName'),
      search_text: p('searchText'),
      role: p('role'),
      status: p('status'),
      customer_row_id: p('customerRowId'),
      email: p('email'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);
