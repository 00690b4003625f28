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

export const setBalance = query<{ customerRowId: number; balance: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ points_balance: p('balance') })
    .where('row_id', '=', p('customerRowId')),
);
