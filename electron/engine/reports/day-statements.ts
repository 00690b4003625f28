import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

type OfDay = { date: string };

/** A voided sale keeps its row and its number; no sum counts it. */
const voided = sql.lit('voided' as const);

export const dayTotals = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .select((e) => [
      e.fn.countAll<number>().as('ordersCount'),
      e.fn.coalesce(e.fn.sum<number>('item_count'), sql.lit(0)).as('itemsCount'),
      e.fn.coalesce(e.fn.sum<number>('gross_minor'), sql.lit(0)).as('grossMinor'),
      e.fn.coalesce(e.fn.sum<number>('discount_minor'), sql.lit(0)).as('discountMinor'),
      e.fn.coalesce(e.fn.sum<number>('net_minor'), sql.lit(0)).as('netMinor'),
      e.fn.coalesce(e.fn.sum<number>('tax_minor'), sql.lit(0)).as('taxMinor'),
      e.fn.coalesce(e.fn.sum<number>('total_minor'), sql.lit(0)).as('totalMinor'),
      e.fn.coalesce(e.fn.sum<number>('cash_rounding_minor'), sql.lit(0)).as('cashRoundingMinor'),
      e.fn.coalesce(e.fn.sum<number>('points_earned'), sql.lit(0)).as('pointsIssued'),
      e.fn.coalesce(e.fn.sum<number>('points_spent'), sql.lit(0)).as('pointsRedeemed'),
    ])
    .where('business_date', '=', p('date'))
    .where('state', '<>', voided),
);

export const dayOffers = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('order_lines', 'order_lines.order_row_id', 'orders.row_id')
    .select((e) => [
      e.fn.coalesce(e.fn.sum<number>('promotion_minor'), sql.lit(0)).as('promotionMinor'),
      e.fn.coalesce(e.fn.sum<number>('reward_minor'), sql.lit(0)).as('rewardMinor'),
    ])
    .where('business_date', '=', p('date'))
    .where('state', '<>', voided),
);

/**
 * What was paid at the counter with the sales of the day, less what its refunds paid out, and what was paid through the
 * web on it: such money counts on the day of its payment, whenever its order became a sale. Of other tills' orders of the
 * web only the journal tells.
 */
export const dayTenders = rawQuery<OfDay, { kind: string; count: number; amountMinor: number }>(
  `SELECT kind, sum(counted) AS count, sum(amount_minor) AS amountMinor FROM (
     SELECT p.kind, 1 AS counted, p.amount_minor FROM orders o JOIN payments p ON p.order_row_id = o.row_id
       WHERE o.business_date = @date AND o.state <> 'voided' AND p.state = 'completed' AND p.kind <> 'online'
     UNION ALL
     SELECT p.kind, 0, 0 - p.amount_minor FROM refunds r JOIN refund_payments p ON p.refund_row_id = r.row_id
       WHERE r.business_date = @date
     UNION ALL
     SELECT 'online', 1, amount_minor FROM placed_payments WHERE business_date = @date AND state = 'completed'
     UNION ALL
     SELECT 'online', 1, json_extract(body, '$.amountMinor') FROM journal WHERE business_date = @date AND seq < 0
       AND kind = 'order-payment.finished' AND json_extract(body, '$.state') = 'completed')
   GROUP BY kind ORDER BY amountMinor DESC, kind`,
);

/**
 * What was sold of a product, less what came back on the day, under the name that its last line of the day gave it; lines
 * without a product, by their name. Gift cards are no product.
 */
export const dayProducts = rawQuery<
  OfDay,
  { productId: string | null; name: string; quantityMilli: number; totalMinor: number }
>(
  `SELECT productId, name, quantityMilli, totalMinor FROM (
     SELECT p.id AS productId, l.name, sum(l.quantity_milli) AS quantityMilli, sum(l.total_minor) AS totalMinor, max(l.at)
     FROM (
       SELECT o.row_id AS at, l.product_row_id, l.name, l.quantity_milli, l.total_minor
       FROM orders o JOIN order_lines l ON l.order_row_id = o.row_id
       WHERE o.business_date = @date AND o.state <> 'voided' AND l.kind <> 'gift-card'
       UNION ALL
       SELECT 0, l.product_row_id, l.name, 0 - l.quantity_milli, 0 - l.total_minor
       FROM refunds r JOIN refund_lines l ON l.refund_row_id = r.row_id
       LEFT JOIN order_lines s ON s.order_row_id = r.order_row_id AND s.position = l.order_position
       WHERE r.business_date = @date AND s.kind IS NOT 'gift-card') l
     LEFT JOIN products p ON p.row_id = l.product_row_id
     GROUP BY l.product_row_id, CASE WHEN l.product_row_id IS NULL THEN l.name END)
   ORDER BY totalMinor DESC, name`,
);

/** By minute of the instant: what hour that was for the shop is told by its time zone, not by SQL. */
export const dayMinutes = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .select((e) => [
      sql<string>`substr(paid_at, 1, 16)`.as('minute'),
      e.fn.countAll<number>().as('ordersCount'),
      e.fn.sum<number>('total_minor').as('totalMinor'),
    ])
    .where('business_date', '=', p('date'))
    .where('state', '<>', voided)
    .groupBy('minute'),
);

export const dayCashiers = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('accounts', 'accounts.row_id', 'orders.account_row_id')
    .select((e) => [
      'accounts.id as accountId',
      'accounts.display_name as name',
      e.fn.countAll<number>().as('ordersCount'),
      e.fn.sum<number>('orders.total_minor').as('totalMinor'),
    ])
    .where('orders.business_date', '=', p('date'))
    .where('orders.state', '<>', voided)
    .groupBy('accounts.row_id')
    .orderBy('totalMinor', 'desc'),
);

/** The tax of the day's sales by rate, less that of its refunds. */
export const dayTaxes = rawQuery<
  OfDay,
  { name: string; ratePpm: number; baseMinor: number; taxMinor: number }
>(
  `SELECT name, rate_ppm AS ratePpm, sum(base_minor) AS baseMinor, sum(tax_minor) AS taxMinor FROM (
     SELECT t.name, t.rate_ppm, t.base_minor, t.tax_minor FROM orders o
       JOIN order_taxes t ON t.order_row_id = o.row_id WHERE o.business_date = @date AND o.state <> 'voided'
     UNION ALL
     SELECT t.name, t.rate_ppm, 0 - t.base_minor, 0 - t.tax_minor FROM refunds r
       JOIN refund_taxes t ON t.refund_row_id = r.row_id WHERE r.business_date = @date)
   GROUP BY name, rate_ppm ORDER BY rate_ppm DESC, name`,
);

/** What another till did and could not take effect here yet is in no table, and counts in no sum. */
const waits = sql<number | null>`(SELECT 1 FROM waiting_entries w WHERE w.seq = journal.seq)`;

/** The entries that tell of the day's money: sales, refunds and payments of the web. */
export const moneyInJournal = query<OfDay>()((b, p) =>
  b
    .selectFrom('journal')
    .select(['kind', 'v', 'body'])
    .where('business_date', '=', p('date'))
    .where('kind', 'in', [
      sql.lit('sale.committed'),
      sql.lit('refund.committed'),
      sql.lit('order-payment.finished'),
    ])
    .where(waits, 'is', null),
);

/** A sale is voided in its own shift, which may go on into the next day. */
export const voidsInJournal = query<OfDay>()((b, p) =>
  b
    .selectFrom('journal')
    .select(['body', 'actor'])
    .where('business_date', '>=', p('date'))
    .where('kind', '=', sql.lit('sale.voided'))
    .where(waits, 'is', null),
);
