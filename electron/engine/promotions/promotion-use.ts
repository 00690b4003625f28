import type { OfferUse, PromotionRedemption, PromotionUse } from '../../../shared/api/offers.ts';
import { businessDate } from '../../../shared/domain/business-date.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OfPromotion = { rowId: number };
type Day = OfferUse['byDay'][number];

const totals = rawQuery<OfPromotion, Omit<OfferUse, 'salesMinor' | 'byDay'>>(
  `SELECT count(*) AS uses, count(DISTINCT r.customer_row_id) AS customers,
     coalesce(sum(r.discount_minor), 0) AS discountMinor, coalesce(sum(r.points_awarded), 0) AS points,
     max(r.at) AS lastUsedAt
   FROM promotion_redemptions r LEFT JOIN orders o ON o.row_id = r.order_row_id
   WHERE r.promotion_row_id = @rowId AND o.state IS NOT 'voided'`,
);
const sales = rawQuery<OfPromotion, { salesMinor: number }>(
  `SELECT coalesce(sum(total_minor - refunded_minor), 0) AS salesMinor FROM orders WHERE state <> 'voided' AND row_id IN
     (SELECT order_row_id FROM promotion_redemptions WHERE promotion_row_id = @rowId)`,
);
const daysOfSales = rawQuery<OfPromotion, Day>(
  `SELECT o.business_date AS date, count(*) AS uses, sum(r.discount_minor) AS discountMinor
   FROM promotion_redemptions r JOIN orders o ON o.row_id = r.order_row_id
   WHERE r.promotion_row_id = @rowId AND o.state <> 'voided' GROUP BY 1`,
);
const withoutSale = rawQuery<OfPromotion, { at: string }>(
  `SELECT at FROM promotion_redemptions WHERE promotion_row_id = @rowId AND order_row_id IS NULL`,
);
type RedemptionRow = Omit<PromotionRedemption, 'customer'> & {
  customerId: string | null;
  code: string | null;
  name: string | null;
};
const redemptions = rawQuery<OfPromotion & { limit: number; offset: number }, RedemptionRow>(
  `SELECT r.id, c.id AS customerId, c.code, c.name, coalesce(o.id, w.id) AS orderId,
     o.receipt_number AS receiptNumber, r.discount_minor AS discountMinor, r.points_awarded AS pointsAwarded,
     CASE WHEN r.scanned_by = '' THEN coalesce(a.display_name, '') ELSE r.scanned_by END AS scannedBy, r.at
   FROM promotion_redemptions r
   LEFT JOIN customers c ON c.row_id = r.customer_row_id
   LEFT JOIN orders o ON o.row_id = r.order_row_id
   LEFT JOIN accounts a ON a.row_id = o.account_row_id
   LEFT JOIN placed_orders w ON w.row_id = r.placed_order_row_id
   WHERE r.promotion_row_id = @rowId AND o.state IS NOT 'voided' ORDER BY r.row_id DESC LIMIT @limit OFFSET @offset`,
);

const newest = 50;

/**
 * What a promotion has cost and brought, by the store's days, and the latest times it was taken. A long read: for the
 * reader thread.
 */
export function promotionUse(
  db: ReadableDatabase,
  { rowId, timeZone, dayCutOff }: OfPromotion & { timeZone: string; dayCutOff: string },
): PromotionUse {
  const sums = db.first(totals, { rowId });
  if (sums === undefined) throw new Error('a sum over no rows is still a row');
  const days = new Map(db.all(daysOfSales, { rowId }).map((day) => [day.date, day]));
  for (const { at } of db.all(withoutSale, { rowId })) {
    const date = businessDate(at, timeZone, dayCutOff);
    const day = days.get(date) ?? { date, uses: 0, discountMinor: 0 };
    days.set(date, { ...day, uses: day.uses + 1 });
  }
  return {
    ...sums,
    salesMinor: db.first(sales, { rowId })?.salesMinor ?? 0,
    byDay: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    redemptions: listRedemptions(db, { rowId, limit: newest, offset: 0 }).items,
  };
}

/** The times that a promotion was taken, newest first. */
export function listRedemptions(
  db: ReadableDatabase,
  page: OfPromotion & { limit: number; offset: number },
): { items: PromotionRedemption[]; total: number; offset: number } {
  const { rowId, limit, offset } = page;
  const items = db
    .all(redemptions, { rowId, limit, offset })
    .map(({ customerId: id, code, name, ...redemption }) => ({
      ...redemption,
      customer: id === null || code === null || name === null ? null : { id, code, name },
    }));
  return { items, total: db.first(totals, { rowId })?.uses ?? 0, offset };
}
