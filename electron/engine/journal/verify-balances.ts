import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { Problem } from './verify-chain.ts';

type Finding = { subject: string };

const findings: { what: string; query: ReturnType<typeof rawQuery<Record<never, never>, Finding>> }[] = [
  {
    what: 'is in the tables and not in the journal.',
    query: rawQuery(`SELECT receipt_number AS subject FROM orders o
      WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = o.journal_seq AND j.kind = 'sale.committed')`),
  },
  {
    what: 'stands on the journal entry of another sale.',
    query: rawQuery(
      `SELECT max(receipt_number) AS subject FROM orders GROUP BY journal_seq HAVING count(*) > 1`,
    ),
  },
  {
    what: 'is missing: receipt numbers of a series have no gap.',
    // The codes in the numbers change when a till joins a shop, and its series begins anew then.
    query: rawQuery(`SELECT run || ' up to ' || max(number) || ', a number' AS subject
      FROM (SELECT rtrim(receipt_number, '0123456789') AS run, number FROM (
        SELECT receipt_number, number FROM orders WHERE journal_seq > 0
        UNION ALL SELECT receipt_number, number FROM refunds WHERE journal_seq > 0))
      GROUP BY run HAVING count(DISTINCT number) <> max(number) OR count(*) <> max(number) OR min(number) <> 1`),
  },
  {
    what: 'has a stock on hand that is not the sum of its movements.',
    query: rawQuery(`SELECT p.id AS subject FROM products p
      LEFT JOIN (SELECT product_row_id, sum(quantity_milli) AS total FROM stock_movements GROUP BY 1) m
      ON m.product_row_id = p.row_id WHERE p.on_hand_milli <> coalesce(m.total, 0)`),
  },
  {
    what: 'has a points balance that is not the sum of its entries.',
    query: rawQuery(`SELECT c.code AS subject FROM customers c
      LEFT JOIN (SELECT customer_row_id, total(points) AS total FROM points_entries GROUP BY 1) e
      ON e.customer_row_id = c.row_id WHERE c.points_balance <> coalesce(e.total, 0)`),
  },
  {
    what: 'has points ever earned that are not the sum of what was earned, less what was taken back.',
    query: rawQuery(`SELECT c.code AS subject FROM customers c
      LEFT JOIN (SELECT customer_row_id, total(points) AS total FROM points_entries
        WHERE kind IN ('earned', 'bonus') OR (kind = 'reversed' AND points < 0) GROUP BY 1) e
      ON e.customer_row_id = c.row_id WHERE c.points_earned_ever <> coalesce(e.total, 0)`),
  },
  {
    what: 'is a points entry whose balance is not the sum up to it.',
    query: rawQuery(`SELECT id AS subject FROM (SELECT id, balance_after,
        total(points) OVER (PARTITION BY customer_row_id ORDER BY row_id) AS total FROM points_entries)
      WHERE balance_after <> total`),
  },
  {
    what: 'has a balance that is not the sum of its entries.',
    query: rawQuery(`SELECT c.kind || ' ' || c.id AS subject FROM credits c
      LEFT JOIN (SELECT credit_row_id, total(amount_minor) AS total FROM credit_entries GROUP BY 1) e
      ON e.credit_row_id = c.row_id WHERE c.balance_minor <> coalesce(e.total, 0)`),
  },
  {
    what: 'is a credit entry whose balance is not the sum up to it.',
    query: rawQuery(`SELECT id AS subject FROM (SELECT id, balance_after,
        total(amount_minor) OVER (PARTITION BY credit_row_id ORDER BY row_id) AS total FROM credit_entries)
      WHERE balance_after <> total`),
  },
  {
    // Two tills may have spent one card at once: that stands, and is shown.
    what: 'went below zero.',
    query: rawQuery(`SELECT DISTINCT c.kind || ' ' || c.id AS subject FROM credits c
      JOIN credit_entries e ON e.credit_row_id = c.row_id
      WHERE c.kind <> 'on-account' AND e.balance_after < 0
        AND NOT EXISTS (SELECT 1 FROM credit_entries f WHERE f.credit_row_id = c.row_id AND f.journal_seq < 0)`),
  },
  {
    what: 'has a visit count or a sum that is not that of its sales.',
    query: rawQuery(`SELECT c.code AS subject FROM customers c
      LEFT JOIN (SELECT customer_row_id, count(*) AS visits, sum(total_minor - refunded_minor) AS spent FROM orders
        WHERE state <> 'voided' GROUP BY 1) o
      ON o.customer_row_id = c.row_id
      WHERE c.visits <> coalesce(o.visits, 0) OR c.spent_minor <> coalesce(o.spent, 0)`),
  },
  {
    what: 'has refunds that are not the sum of those in the tables.',
    query: rawQuery(`SELECT o.receipt_number AS subject FROM orders o
      LEFT JOIN (SELECT order_row_id, sum(total_minor) AS total FROM refunds GROUP BY 1) r
      ON r.order_row_id = o.row_id WHERE o.refunded_minor <> coalesce(r.total, 0)
      UNION ALL SELECT o.receipt_number || ', line ' || (l.position + 1) FROM order_lines l
      JOIN orders o ON o.row_id = l.order_row_id
      LEFT JOIN (SELECT f.order_row_id, b.order_position, sum(b.quantity_milli) AS milli, sum(b.total_minor) AS total
        FROM refund_lines b JOIN refunds f ON f.row_id = b.refund_row_id GROUP BY 1, 2) r
      ON r.order_row_id = l.order_row_id AND r.order_position = l.position
      WHERE l.refunded_milli <> coalesce(r.milli, 0) OR l.refunded_minor <> coalesce(r.total, 0)`),
  },
  {
    what: 'is a sale whose state is not that of its refunds and its void.',
    query: rawQuery(`SELECT receipt_number AS subject FROM orders o WHERE state <> CASE
      WHEN EXISTS (SELECT 1 FROM voids v WHERE v.order_row_id = o.row_id) THEN 'voided'
      WHEN EXISTS (SELECT 1 FROM refunds f WHERE f.order_row_id = o.row_id) AND NOT EXISTS (SELECT 1 FROM order_lines l
        WHERE l.order_row_id = o.row_id AND l.refunded_milli < l.quantity_milli) THEN 'refunded'
      ELSE 'paid' END`),
  },
  {
    // Two tills may have refunded one sale at once: that stands, and is listed for a person.
    what: 'gave back more than it brought.',
    query: rawQuery(`SELECT o.receipt_number AS subject FROM orders o
      JOIN (SELECT order_row_id, sum(total_minor) AS total, sum(paid_minor) AS paid, min(journal_seq) AS seq
        FROM refunds GROUP BY 1) r
      ON r.order_row_id = o.row_id
      WHERE r.seq > 0 AND o.journal_seq > 0 AND (r.total > o.total_minor OR r.paid > o.total_minor + o.cash_rounding_minor)`),
  },
  {
    what: 'is in the tables and not in the journal.',
    query: rawQuery(`SELECT receipt_number AS subject FROM refunds r WHERE NOT EXISTS
        (SELECT 1 FROM journal j WHERE j.seq = r.journal_seq AND j.kind = 'refund.committed')
      UNION ALL SELECT 'Void slip ' || slip_number FROM voids v WHERE NOT EXISTS
        (SELECT 1 FROM journal j WHERE j.seq = v.journal_seq AND j.kind = 'sale.voided')`),
  },
  {
    what: 'is a stock movement of no sale that the journal tells of.',
    query: rawQuery(`SELECT m.id AS subject FROM stock_movements m WHERE m.kind = 'sale'
      AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.order_row_id = m.order_row_id AND l.line_id = m.id
        AND l.product_row_id = m.product_row_id)`),
  },
];

const mostOfAKind = 20;

/** Checks that what is kept as a sum is the sum of its rows, and that no row stands without its entry. */
export function verifyBalances(db: ReadableDatabase): Problem[] {
  return findings.flatMap(({ what, query }) =>
    db
      .all(query)
      .slice(0, mostOfAKind)
      .map(({ subject }) => ({ seq: null, what: `${subject} ${what}` })),
  );
}
