import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OfCustomer = { customerRowId: number };

const resumEntries = rawQuery<OfCustomer, never>(
  `UPDATE points_entries SET balance_after = summed.total FROM (
     SELECT row_id, sum(points) OVER (ORDER BY row_id) AS total FROM points_entries WHERE customer_row_id = @customerRowId
   ) summed WHERE summed.row_id = points_entries.row_id`,
);
const resumCustomer = rawQuery<OfCustomer, never>(
  `UPDATE customers SET (points_balance, points_earned_ever) = (
     SELECT coalesce(sum(points), 0), coalesce(sum(points) FILTER (
       WHERE kind IN ('earned', 'bonus') OR (kind = 'reversed' AND points < 0)), 0)
     FROM points_entries WHERE customer_row_id = @customerRowId)
   WHERE row_id = @customerRowId`,
);

/** Sums a customer's ledger anew, after entries of it were replaced or came from another customer. */
export function resumPoints(tx: WritableDatabase, customerRowId: number): void {
  tx.run(resumEntries, { customerRowId });
  tx.run(resumCustomer, { customerRowId });
}
