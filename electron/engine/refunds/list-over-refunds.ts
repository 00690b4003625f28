import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

export type OverRefund = {
  orderId: string;
  receiptNumber: string;
  /** What the customer paid, and what all refunds and voids of the sale gave back. */
  paidMinor: number;
  backMinor: number;
  because: 'refunded-twice' | 'voided-and-refunded' | 'voided-twice';
};

/** Only sales that several tills gave back can be among them: a till by itself refuses. */
const overRefunds = rawQuery<Record<never, never>, OverRefund>(
  `WITH backs AS (
     SELECT order_row_id, 0 AS voids, total_minor FROM refunds WHERE order_row_id IS NOT NULL
     UNION ALL SELECT v.order_row_id, 1, o.total_minor FROM voids v JOIN orders o ON o.row_id = v.order_row_id),
   sums AS (
     SELECT order_row_id, sum(voids) AS voids, count(*) AS n, sum(total_minor) AS minor FROM backs
     GROUP BY order_row_id HAVING count(*) > 1)
   SELECT o.id AS orderId, o.receipt_number AS receiptNumber, o.total_minor AS paidMinor, s.minor AS backMinor,
     CASE WHEN s.voids > 1 THEN 'voided-twice' WHEN s.voids = 1 THEN 'voided-and-refunded' ELSE 'refunded-twice' END
       AS because
   FROM sums s JOIN orders o ON o.row_id = s.order_row_id
   WHERE s.minor > o.total_minor OR EXISTS (SELECT 1 FROM order_lines l
     WHERE l.order_row_id = o.row_id AND l.refunded_milli > l.quantity_milli)
   ORDER BY o.row_id DESC`,
);

/** Sales of which more came back than was paid, because two tills gave it back at once: for a person to look at. */
export function listOverRefunds(db: ReadableDatabase): OverRefund[] {
  return db.all(overRefunds);
}
