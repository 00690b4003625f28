import { query, rawQuery } from '../db/query.ts';

/**
 * Customers who had more given before an instant than they have used of all: those whose points may expire. Reads the
 * whole ledger.
 */
export const customersWithUnusedBefore = rawQuery<{ before: string }, { rowId: number }>(
  `SELECT customer_row_id AS rowId FROM points_entries GROUP BY customer_row_id
   HAVING total(CASE WHEN kind IN ('earned', 'bonus') AND at < @before THEN points ELSE 0 END)
     > max(0, total(CASE WHEN kind IN ('earned', 'bonus') THEN 0 WHEN points < 0 OR kind = 'reversed' THEN -points ELSE 0 END))`,
);

export const changesOfCustomer = query<{ customerRowId: number }>()((b, p) =>
  b
    .selectFrom('points_entries')
    .select(['kind', 'points', 'at'])
    .where('customer_row_id', '=', p('customerRowId'))
    .orderBy('row_id'),
);

export const customerIdOf = query<{ customerRowId: number }>()((b, p) =>
  b.selectFrom('customers').select('id').where('row_id', '=', p('customerRowId')),
);
