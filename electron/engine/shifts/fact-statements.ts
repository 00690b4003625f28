import { rawQuery } from '../db/query.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { ShiftFigures, TakenBack } from '../../../shared/domain/shift-facts.ts';

type OfShift = { shiftRowId: number };

/**
 * The sales on a shift's report: its own, those that were added to it, and this till's of no shift that wait for the next
 * report. `sold`: the same without voided ones. `cards`: the gift cards among their lines, which are owed and no sales;
 * `cards_back`: those that came back.
 */
const scope = /* sql */ `
  WITH told AS (
    SELECT * FROM orders WHERE shift_row_id = @shiftRowId
    UNION ALL
    SELECT * FROM orders WHERE addendum_shift_row_id = @shiftRowId
    UNION ALL
    SELECT * FROM orders WHERE shift_row_id IS NULL AND addendum_shift_row_id IS NULL AND journal_seq > 0),
  sold AS (SELECT * FROM told WHERE state <> 'voided'),
  given AS (SELECT * FROM refunds WHERE shift_row_id = @shiftRowId),
  cards AS (
    SELECT o.account_row_id, l.total_minor FROM sold o
    JOIN order_lines l ON l.order_row_id = o.row_id WHERE l.kind = 'gift-card'),
  cards_back AS (
    SELECT r.account_row_id, l.total_minor FROM given r JOIN refund_lines l ON l.refund_row_id = r.row_id
    JOIN order_lines s ON s.order_row_id = r.order_row_id AND s.position = l.order_position
    WHERE s.kind = 'gift-card')`;

export const toldReceipts = rawQuery<OfShift, ShiftFigures['receipts']>(
  `${scope}, papers AS (
     SELECT receipt_number, journal_seq FROM told UNION ALL SELECT receipt_number, journal_seq FROM given)
   SELECT (SELECT receipt_number FROM papers ORDER BY journal_seq LIMIT 1) AS first,
     (SELECT receipt_number FROM papers ORDER BY journal_seq DESC LIMIT 1) AS last,
     (SELECT count(*) FROM papers) AS count`,
);

export const soldTotals = rawQuery<
  OfShift,
  ShiftFigures['sales'] & Pick<ShiftFigures, 'cashRoundingMinor' | 'tipMinor' | 'giftCardsMinor'>
>(
  `${scope}, of_cards AS (SELECT count(*) AS n, coalesce(sum(total_minor), 0) AS minor FROM cards)
   SELECT count(*) AS count, coalesce(sum(item_count), 0) - (SELECT n FROM of_cards) AS itemCount,
     coalesce(sum(gross_minor), 0) - (SELECT minor FROM of_cards) AS grossMinor,
     coalesce(sum(discount_minor), 0) AS discountMinor,
     coalesce(sum(net_minor), 0) - (SELECT minor FROM of_cards) AS netMinor,
     coalesce(sum(tax_minor), 0) AS taxMinor,
     coalesce(sum(total_minor), 0) - (SELECT minor FROM of_cards) AS totalMinor,
     (SELECT minor FROM of_cards) - (SELECT coalesce(sum(total_minor), 0) FROM cards_back) AS giftCardsMinor,
     coalesce(sum(cash_rounding_minor), 0)
       - (SELECT coalesce(sum(cash_rounding_minor), 0) FROM given) AS cashRoundingMinor,
     coalesce(sum(tip_minor), 0) AS tipMinor
   FROM sold`,
);

export const refundTotals = rawQuery<OfShift, Omit<ShiftFigures['refunds'], 'list'>>(
  `${scope}, of_cards AS (SELECT coalesce(sum(total_minor), 0) AS minor FROM cards_back)
   SELECT count(*) AS count, coalesce(sum(net_minor), 0) - (SELECT minor FROM of_cards) AS netMinor,
     coalesce(sum(tax_minor), 0) AS taxMinor,
     coalesce(sum(total_minor), 0) - (SELECT minor FROM of_cards) AS totalMinor
   FROM given`,
);

export const refundList = rawQuery<OfShift, TakenBack>(
  `SELECT r.receipt_number AS receiptNumber, r.total_minor AS totalMinor, r.reason, a.id AS "by"
   FROM refunds r JOIN accounts a ON a.row_id = r.account_row_id
   WHERE r.shift_row_id = @shiftRowId ORDER BY r.row_id`,
);

export const voidList = rawQuery<OfShift, TakenBack>(
  `SELECT o.receipt_number AS receiptNumber, o.total_minor AS totalMinor, v.reason, a.id AS "by"
   FROM voids v JOIN orders o ON o.row_id = v.order_row_id JOIN accounts a ON a.row_id = v.account_row_id
   WHERE v.shift_row_id = @shiftRowId ORDER BY v.row_id`,
);

export const taxesByRate = rawQuery<OfShift, ShiftFigures['taxes'][number]>(
  `${scope}
   SELECT name, rate_ppm AS ratePpm, sum(base_minor) AS baseMinor, sum(tax_minor) AS taxMinor FROM (
     SELECT t.name, t.rate_ppm, t.base_minor, t.tax_minor FROM sold o JOIN order_taxes t ON t.order_row_id = o.row_id
     UNION ALL
     SELECT t.name, t.rate_ppm, 0 - t.base_minor, 0 - t.tax_minor
     FROM given r JOIN refund_taxes t ON t.refund_row_id = r.row_id)
   GROUP BY name, rate_ppm ORDER BY rate_ppm DESC, name`,
);

/** What the web paid counts when it was paid, as its entries in the journal tell: see `paidOnline`. */
export const tendersOfShift = rawQuery<OfShift, { kind: TenderKind; count: number; amountMinor: number }>(
  `${scope}
   SELECT kind, sum(n) AS count, sum(amount_minor) AS amountMinor FROM (
     SELECT p.kind, 1 AS n, p.amount_minor FROM sold o JOIN payments p ON p.order_row_id = o.row_id
       WHERE p.state = 'completed' AND p.kind <> 'online'
     UNION ALL
     SELECT p.kind, 1, 0 - p.amount_minor FROM given r JOIN refund_payments p ON p.refund_row_id = r.row_id
     UNION ALL
     SELECT kind, 1, amount_minor FROM credit_payments WHERE shift_row_id = @shiftRowId)
   GROUP BY kind ORDER BY kind`,
);
export const paidOnline = rawQuery<{ afterSeq: number }, { count: number; amountMinor: number }>(
  `SELECT count(*) AS count, coalesce(sum(json_extract(body, '$.amountMinor')), 0) AS amountMinor FROM journal
   WHERE seq > @afterSeq AND kind = 'order-payment.finished' AND json_extract(body, '$.state') = 'completed'`,
);

export const categoriesOfShift = rawQuery<OfShift, ShiftFigures['byCategory'][number]>(
  `${scope}
   SELECT c.name, sum(quantity_milli) AS quantityMilli, sum(total_minor) AS totalMinor FROM (
     SELECT l.product_row_id, l.quantity_milli, l.total_minor FROM sold o JOIN order_lines l ON l.order_row_id = o.row_id
       WHERE l.kind <> 'gift-card'
     UNION ALL
     SELECT l.product_row_id, 0 - l.quantity_milli, 0 - l.total_minor
     FROM given r JOIN refund_lines l ON l.refund_row_id = r.row_id
     LEFT JOIN order_lines s ON s.order_row_id = r.order_row_id AND s.position = l.order_position
     WHERE s.kind IS NOT 'gift-card') lines
   LEFT JOIN products p ON p.row_id = lines.product_row_id
   LEFT JOIN categories c ON c.row_id = p.category_row_id
   GROUP BY c.row_id ORDER BY totalMinor DESC, c.name`,
);

export const cashiersOfShift = rawQuery<OfShift, ShiftFigures['byCashier'][number]>(
  `${scope}
   SELECT a.id AS accountId, sum(n) AS salesCount, sum(sales) AS salesMinor, sum(refunded) AS refundsMinor FROM (
     SELECT account_row_id, 1 AS n, total_minor AS sales, 0 AS refunded FROM sold
     UNION ALL
     SELECT account_row_id, 0, 0 - total_minor, 0 FROM cards
     UNION ALL
     SELECT account_row_id, 0, 0, total_minor FROM given
     UNION ALL
     SELECT account_row_id, 0, 0, 0 - total_minor FROM cards_back) done
   JOIN accounts a ON a.row_id = done.account_row_id GROUP BY a.row_id ORDER BY salesMinor DESC, a.row_id`,
);

export const movesOfShift = rawQuery<OfShift, ShiftFigures['moves'][number]>(
  `SELECT m.slip_number AS slipNumber, m.kind, m.amount_minor AS amountMinor, m.reason, a.id AS "by", m.at
   FROM cash_moves m JOIN accounts a ON a.row_id = m.account_row_id
   WHERE m.shift_row_id = @shiftRowId ORDER BY m.row_id`,
);

/** With what was taken out since the report before while no shift was open: it has no other report to be on. */
export const removedOfShift = rawQuery<OfShift & { afterSeq: number }, ShiftFigures['removedLines'][number]>(
  `SELECT r.kind, r.name, r.quantity_milli AS quantityMilli, r.amount_minor AS amountMinor, a.id AS "by"
   FROM removed_lines r JOIN accounts a ON a.row_id = r.account_row_id
   WHERE (r.shift_row_id = @shiftRowId OR (r.shift_row_id IS NULL AND r.journal_seq > @afterSeq))
     AND r.restored_at IS NULL ORDER BY r.row_id`,
);

export const priceChangesOfShift = rawQuery<OfShift, ShiftFigures['priceChanges'][number]>(
  `${scope}
   SELECT o.receipt_number AS receiptNumber, l.name, l.list_price_minor AS listPriceMinor,
     l.unit_price_minor AS unitPriceMinor, l.price_reason AS reason, a.id AS "by"
   FROM sold o JOIN order_lines l ON l.order_row_id = o.row_id JOIN accounts a ON a.row_id = o.account_row_id
   WHERE l.kind = 'product' AND l.list_price_minor > 0 AND l.list_price_minor <> l.unit_price_minor
   ORDER BY o.row_id, l.position`,
);

/** Cash alone, and the shift's own: what was handed over, the change, what of it voided sales gave back. */
export const cashOfShift = rawQuery<
  OfShift,
  {
    cashSales: number;
    change: number;
    voids: number;
    cashRefunds: number;
    accountPayments: number;
    cashIn: number;
    cashOut: number;
    drops: number;
  }
>(
  `WITH cash AS (
     SELECT p.tendered_minor, p.change_minor, p.amount_minor, o.state FROM orders o
     JOIN payments p ON p.order_row_id = o.row_id
     WHERE o.shift_row_id = @shiftRowId AND p.kind = 'cash' AND p.state = 'completed'),
   moved AS (SELECT kind, amount_minor FROM cash_moves WHERE shift_row_id = @shiftRowId)
   SELECT coalesce(sum(tendered_minor), 0) AS cashSales, coalesce(sum(change_minor), 0) AS change,
     coalesce(sum(amount_minor) FILTER (WHERE state = 'voided'), 0) AS voids,
     (SELECT coalesce(sum(p.amount_minor), 0) FROM refunds r JOIN refund_payments p ON p.refund_row_id = r.row_id
       WHERE r.shift_row_id = @shiftRowId AND p.kind = 'cash') AS cashRefunds,
     (SELECT coalesce(sum(amount_minor), 0) FROM credit_payments
       WHERE shift_row_id = @shiftRowId AND kind = 'cash') AS accountPayments,
     (SELECT coalesce(sum(amount_minor), 0) FROM moved WHERE kind = 'in') AS cashIn,
     (SELECT coalesce(sum(amount_minor), 0) FROM moved WHERE kind = 'out') AS cashOut,
     (SELECT coalesce(sum(amount_minor), 0) FROM moved WHERE kind = 'drop') AS drops
   FROM cash`,
);

export const pointsSince = rawQuery<{ afterSeq: number }, ShiftFigures['points']>(
  `SELECT coalesce(sum(points) FILTER (WHERE kind IN ('earned', 'bonus')), 0) AS issued,
     0 - coalesce(sum(points) FILTER (WHERE kind = 'redeemed'), 0) AS redeemed,
     coalesce(sum(points) FILTER (WHERE kind NOT IN ('earned', 'bonus', 'redeemed')), 0) AS other,
     (SELECT coalesce(sum(points_balance), 0) FROM customers) AS outstanding
   FROM points_entries WHERE journal_seq > @afterSeq`,
);

/** `issued`: what came onto it by a sale or a payment; `spent`: what went off it by a sale. */
export const creditsSince = rawQuery<{ afterSeq: number }, ShiftFigures['credits'][number]>(
  `SELECT kinds.kind,
     coalesce(sum(e.amount_minor) FILTER (WHERE e.kind IN ('issued', 'paid-off')), 0) AS issuedMinor,
     0 - coalesce(sum(e.amount_minor) FILTER (WHERE e.kind = 'spent'), 0) AS spentMinor,
     coalesce(sum(e.amount_minor) FILTER (WHERE e.kind NOT IN ('issued', 'paid-off', 'spent')), 0) AS otherMinor,
     (SELECT coalesce(sum(balance_minor), 0) FROM credits WHERE kind = kinds.kind) AS outstandingMinor
   FROM (SELECT DISTINCT kind FROM credits) kinds
   JOIN credits c ON c.kind = kinds.kind
   LEFT JOIN credit_entries e ON e.credit_row_id = c.row_id AND e.journal_seq > @afterSeq
   GROUP BY kinds.kind ORDER BY kinds.kind`,
);

/** The journal's newest entry, and what of it the cloud has not confirmed: that is in this till alone. */
export const keptHere = rawQuery<
  Record<never, never>,
  ShiftFigures['unsent'] & { seq: number; hash: Uint8Array }
>(
  `WITH sent AS (SELECT coalesce((SELECT acked_seq FROM link), 0) AS seq),
   kept AS (SELECT count(*) AS n, coalesce(sum(total_minor), 0) AS minor FROM orders, sent WHERE journal_seq > sent.seq)
   SELECT j.seq, j.hash, j.seq - sent.seq AS entries, kept.n AS salesCount, kept.minor AS salesMinor
   FROM journal j, sent, kept WHERE j.seq > 0 ORDER BY j.seq DESC LIMIT 1`,
);
/** Every cart that is not sold: one that a screen left in hand is decided by nobody else. */
export const parkedCarts = rawQuery<Record<never, never>, ShiftFigures['parked']>(
  `SELECT count(*) AS count, coalesce(sum(total_minor), 0) AS totalMinor FROM carts`,
);

export const addendaOfShift = rawQuery<
  OfShift,
  { orderId: string; receiptNumber: string; paidAt: string; totalMinor: number }
>(
  `${scope}
   SELECT id AS orderId, receipt_number AS receiptNumber, paid_at AS paidAt, total_minor AS totalMinor FROM told
   WHERE shift_row_id IS NULL ORDER BY row_id`,
);
export const addAddenda = rawQuery<OfShift, never>(
  `UPDATE orders SET addendum_shift_row_id = @shiftRowId
   WHERE shift_row_id IS NULL AND addendum_shift_row_id IS NULL AND journal_seq > 0`,
);

export const lastReport = rawQuery<Record<never, never>, { seq: number; grandTotalMinor: number }>(
  `SELECT journal_seq AS seq, json_extract(facts, '$.grandTotal.afterMinor') AS grandTotalMinor FROM z_reports
   ORDER BY row_id DESC LIMIT 1`,
);
