import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { reindexCustomer } from './customer-keys.ts';
import { customerByRowId, type CustomerRow } from './customer-statements.ts';

type Move = { fromRowId: number; toRowId: number };

const moves = [
  'accounts',
  'orders',
  'refunds',
  'points_entries',
  'placed_orders',
  'promotion_redemptions',
  'reward_claims',
].map((table) =>
  rawQuery<Move, never>(`UPDATE ${table} SET customer_row_id = @toRowId WHERE customer_row_id = @fromRowId`),
);
const addFigures = rawQuery<Move, never>(
  `UPDATE customers SET (visits, spent_minor, last_visit_at) = (
     SELECT customers.visits + f.visits, customers.spent_minor + f.spent_minor,
       nullif(max(coalesce(customers.last_visit_at, ''), coalesce(f.last_visit_at, '')), '')
     FROM customers f WHERE f.row_id = @fromRowId)
   WHERE row_id = @toRowId`,
);
const dropFigures = rawQuery<Move, never>(
  'UPDATE customers SET visits = 0, spent_minor = 0, last_visit_at = NULL WHERE row_id = @fromRowId AND row_id <> @toRowId',
);
const pointTo = rawQuery<Move, never>(
  `UPDATE customers SET merged_into_row_id = @toRowId
   WHERE row_id = @fromRowId OR merged_into_row_id = @fromRowId`,
);

/**
 * Lets everything of one customer count for another from here on. Its record stays as it is, so that its code, card and
 * phone lead on, and points straight to whom it was joined with.
 */
export function joinCustomerRows(tx: WritableDatabase, goes: CustomerRow, stays: CustomerRow): void {
  const move = { fromRowId: goes.row_id, toRowId: stays.row_id };
  for (const query of [...moves, addFigures, dropFigures, pointTo]) tx.run(query, move);
  const row = tx.first(customerByRowId, { rowId: goes.row_id });
  if (row !== undefined) reindexCustomer(tx, row);
}
