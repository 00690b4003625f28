import { rawQuery } from '../db/query.ts';

type OfDay = { date: string };
type ByWhom = { accountId: string; name: string; count: number; totalMinor: number };

/** What came back on the day, and what it took of points. */
export const dayReturns = rawQuery<
  OfDay,
  {
    refundsCount: number;
    refundedMinor: number;
    refundedNetMinor: number;
    refundedTaxMinor: number;
    refundRoundingMinor: number;
    pointsTaken: number;
    pointsGiven: number;
  }
>(
  `SELECT count(*) AS refundsCount, coalesce(sum(total_minor), 0) AS refundedMinor,
     coalesce(sum(net_minor), 0) AS refundedNetMinor, coalesce(sum(tax_minor), 0) AS refundedTaxMinor,
     coalesce(sum(cash_rounding_minor), 0) AS refundRoundingMinor,
     coalesce(sum(points_taken), 0) AS pointsTaken, coalesce(sum(points_given), 0) AS pointsGiven
   FROM refunds WHERE business_date = @date`,
);

export const dayRefunders = rawQuery<OfDay, ByWhom>(
  `SELECT a.id AS accountId, a.display_name AS name, count(*) AS count, sum(r.total_minor) AS totalMinor
   FROM refunds r JOIN accounts a ON a.row_id = r.account_row_id WHERE r.business_date = @date
   GROUP BY a.row_id ORDER BY totalMinor DESC`,
);

/** By whoever voided, first where two copies of a till did; a void counts on the day of its sale, which it takes out of every sum. */
export const dayVoiders = rawQuery<OfDay, ByWhom>(
  `SELECT a.id AS accountId, a.display_name AS name, count(*) AS count, sum(o.total_minor) AS totalMinor
   FROM orders o JOIN voids v ON v.order_row_id = o.row_id JOIN accounts a ON a.row_id = v.account_row_id
   WHERE o.business_date = @date AND v.id = (SELECT min(id) FROM voids WHERE order_row_id = o.row_id)
   GROUP BY a.row_id ORDER BY totalMinor DESC`,
);
