import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

export const everyStaffAccount = query()((b) =>
  b
    .selectFrom('accounts')
    .select([
      'row_id',
      'id',
      'username',
      'username_fold',
      'display_name',
      'role',
      'status',
      'last_sign_in_at',
    ])
    .where('role', 'in', [sql.lit('staff' as const), sql.lit('admin' as const)])
    .orderBy('display_name')
    .orderBy('row_id'),
);
export type StaffRow = NonNullable<(typeof everyStaffAccount)['row']>;

export const salesOfAccount = query<{ accountRowId: number }>()((b, p) =>
  b
    .selectFrom('orders')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(total_minor - refunded_minor), 0)`.as('sum'),
    ])
    .where('account_row_id', '=', p('accountRowId'))
    .where('state', '<>', sql.lit('voided' as const)),
);

export const openSessionsOfAccount = query<{ accountRowId: number; now: string }>()((b, p) =>
  b
    .selectFrom('sessions')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('account_row_id', '=', p('accountRowId'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', p('now')),
);

/** The accounts with which customers sign in, by a JSON list of the customers' ids. */
export const accountsOfCustomers = rawQuery<
  { ids: string },
  { customer_id: string; row_id: number; status: 'active' | 'disabled'; last_sign_in_at: string | null }
>(
  `SELECT customers.id AS customer_id, accounts.row_id, accounts.status, accounts.last_sign_in_at
   FROM accounts JOIN customers ON customers.row_id = accounts.customer_row_id
   WHERE customers.id IN (SELECT value FROM json_each(@ids))`,
);
