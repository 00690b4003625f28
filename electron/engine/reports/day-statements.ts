import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

type OfDay = { date: string };

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
    .where('business_date', '=', p('date')),
);

export const dayOffers = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('order_lines', 'order_lines.order_row_id', 'orders.row_id')
    .select((e) => [
      e.fn.coalesce(e.fn.sum<number>('promotion_minor'), sql.lit(0)).as('promotionMinor'),
      e.fn.coalesce(e.fn.sum<number>('reward_minor'), sql.lit(0)).as('rewardMinor'),
    ])
    .where('business_date', '=', p('date')),
);

/**
 * What was paid at the counter with the sales of the day, and what was paid through the web on it: such money counts on
 * the day of its payment, whenever its order became a sale.
 */
export const dayTenders = rawQuery<OfDay, { kind: string; count: number; amountMinor: number }>(
  `SELECT kind, count(*) AS count, sum(amount_minor) AS amountMinor FROM (
     SELECT p.kind, p.amount_minor FROM orders o JOIN payments p ON p.order_row_id = o.row_id
       WHERE o.business_date = @date AND p.state = 'completed' AND p.kind <> 'online'
     UNION ALL
     SELECT 'online', amount_minor FROM placed_payments WHERE business_date = @date AND state = 'completed')
   GROUP BY kind ORDER BY amountMinor DESC, kind`,
);

/** A product under the name that its last sale of the day gave it; lines without a product, by their name. */
export const dayProducts = rawQuery<
  OfDay,
  { productId: string | null; name: string; quantityMilli: number; totalMinor: number }
>(
  `SELECT productId, name, quantityMilli, totalMinor FROM (
     SELECT p.id AS productId, l.name, sum(l.quantity_milli) AS quantityMilli,
       sum(l.total_minor) AS totalMinor, max(o.row_id)
     FROM orders o JOIN order_lines l ON l.order_row_id = o.row_id
     LEFT JOIN products p ON p.row_id = l.product_row_id
     WHERE o.business_date = @date
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
    .groupBy('accounts.row_id')
    .orderBy('totalMinor', 'desc'),
);

export const dayTaxes = query<OfDay>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('order_taxes', 'order_taxes.order_row_id', 'orders.row_id')
    .select((e) => [
      'order_taxes.name',
      'order_taxes.rate_ppm as ratePpm',
      e.fn.sum<number>('order_taxes.base_minor').as('baseMinor'),
      e.fn.sum<number>('order_taxes.tax_minor').as('taxMinor'),
    ])
    .where('orders.business_date', '=', p('date'))
    .groupBy(['order_taxes.name', 'order_taxes.rate_ppm'])
    .orderBy('order_taxes.rate_ppm', 'desc')
    .orderBy('order_taxes.name'),
);

/** The entries of the day that tell of money: sales, and payments of the web. */
export const moneyInJournal = query<OfDay>()((b, p) =>
  b
    .selectFrom('journal')
    .select(['kind', 'v', 'body'])
    .where('business_date', '=', p('date'))
    .where('kind', 'in', [sql.lit('sale.committed'), sql.lit('order-payment.finished')]),
);
