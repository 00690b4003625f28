import { sql } from 'kysely';
import { query } from '../db/query.ts';

export const balanceOfCustomer = query<{ customerRowId: number }>()((b, p) =>
  b.selectFrom('customers').select('points_balance').where('row_id', '=', p('customerRowId')),
);

export const entryByKey = query<{ key: string }>()((b, p) =>
  b.selectFrom('points_entries').select(['id', 'balance_after']).where('key', '=', p('key')),
);

export const insertEntry = query<{
  id: string;
  key: string;
  customerRowId: number;
  points: number;
  balanceAfter: number;
  description: string;
  orderRowId: number | null;
  at: string;
}>()((b, p) =>
  b.insertInto('points_entries').values({
    id: p('id'),
    key: p('key'),
    customer_row_id: p('customerRowId'),
    kind: sql.lit('earned' as const),
    points: p('points'),
    balance_after: p('balanceAfter'),
    description: p('description'),
    order_row_id: p('orderRowId'),
    at: p('at'),
  }),
);

/** Keeps the balance, and what was ever earned, in step with the ledger. */
export const addEarned = query<{ customerRowId: number; points: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({
      points_balance: sql`points_balance + ${p('points')}`,
      points_earned_ever: sql`points_earned_ever + ${p('points')}`,
    })
    .where('row_id', '=', p('customerRowId')),
);
