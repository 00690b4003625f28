import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

export const promotionByRowId = query<{ rowId: number }>()((b, p) =>
  b.selectFrom('promotions').selectAll().where('row_id', '=', p('rowId')),
);
export type PromotionRow = NonNullable<(typeof promotionByRowId)['row']>;

export const promotionById = query<{ id: string }>()((b, p) =>
  b.selectFrom('promotions').selectAll().where('id', '=', p('id')),
);
export const promotionByQr = query<{ qrCode: string }>()((b, p) =>
  b.selectFrom('promotions').selectAll().where('qr_code', '=', p('qrCode')),
);
export const promotionByCoupon = query<{ couponFold: string }>()((b, p) =>
  b.selectFrom('promotions').selectAll().where('coupon_fold', '=', p('couponFold')),
);
export const activePromotions = query()((b) =>
  b
    .selectFrom('promotions')
    .selectAll()
    .where('is_active', '=', sql.lit(1))
    .orderBy('priority')
    .orderBy('row_id'),
);

/** How often a promotion was taken, by everybody and by one customer (nobody: 0); what was voided does not count. */
export const usesOfPromotion = rawQuery<
  { rowId: number; customerRowId: number | null },
  { usedInTotal: number; usedByCustomer: number }
>(
  `SELECT used_count AS usedInTotal, (SELECT count(*) FROM promotion_redemptions r
     LEFT JOIN orders o ON o.row_id = r.order_row_id
     WHERE r.promotion_row_id = @rowId AND r.customer_row_id = @customerRowId
       AND o.state IS NOT 'voided') AS usedByCustomer
   FROM promotions WHERE row_id = @rowId`,
);

export type StoredPromotion = {
  title: string;
  description: string;
  effect: string;
  scope: string;
  audience: string;
  needsCode: number;
  couponCode: string | null;
  validFrom: string | null;
  validUntil: string | null;
  hours: string | null;
  minimumSpendMinor: number;
  bonusPoints: number;
  combines: number;
  priority: number;
  limitPerCustomer: number | null;
  limitTotal: number | null;
  isActive: number;
  at: string;
};

export const insertPromotion = query<StoredPromotion & { id: string; qrCode: string }>()((b, p) =>
  b.insertInto('promotions').values({
    id: p('id'),
    qr_code: p('qrCode'),
    title: p('title'),
    description: p('description'),
    effect: p('effect'),
    scope: p('scope'),
    audience: p('audience'),
    needs_code: p('needsCode'),
    coupon_code: p('couponCode'),
    valid_from: p('validFrom'),
    valid_until: p('validUntil'),
    hours: p('hours'),
    minimum_spend_minor: p('minimumSpendMinor'),
    bonus_points: p('bonusPoints'),
    combines: p('combines'),
    priority: p('priority'),
    limit_per_customer: p('limitPerCustomer'),
    limit_total: p('limitTotal'),
    is_active: p('isActive'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);

export const updatePromotion = query<StoredPromotion & { rowId: number }>()((b, p) =>
  b
    .updateTable('promotions')
    .set({
      title: p('title'),
      description: p('description'),
      effect: p('effect'),
      scope: p('scope'),
      audience: p('audience'),
      needs_code: p('needsCode'),
      coupon_code: p('couponCode'),
      valid_from: p('validFrom'),
      valid_until: p('validUntil'),
      hours: p('hours'),
      minimum_spend_minor: p('minimumSpendMinor'),
      bonus_points: p('bonusPoints'),
      combines: p('combines'),
      priority: p('priority'),
      limit_per_customer: p('limitPerCustomer'),
      limit_total: p('limitTotal'),
      is_active: p('isActive'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

export const setCouponFold = query<{ id: string; couponFold: string | null }>()((b, p) =>
  b
    .updateTable('promotions')
    .set({ coupon_fold: p('couponFold') })
    .where('id', '=', p('id')),
);

export type NewRedemption = {
  id: string;
  promotionRowId: number;
  customerRowId: number | null;
  orderRowId: number | null;
  placedOrderRowId: number | null;
  discountMinor: number;
  pointsAwarded: number;
  scannedBy: string;
  at: string;
  journalSeq: number;
};

export const insertRedemption = query<NewRedemption>()((b, p) =>
  b.insertInto('promotion_redemptions').values({
    id: p('id'),
    promotion_row_id: p('promotionRowId'),
    customer_row_id: p('customerRowId'),
    order_row_id: p('orderRowId'),
    placed_order_row_id: p('placedOrderRowId'),
    discount_minor: p('discountMinor'),
    points_awarded: p('pointsAwarded'),
    scanned_by: p('scannedBy'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

export const countUse = query<{ promotionRowId: number }>()((b, p) =>
  b
    .updateTable('promotions')
    .set({ used_count: sql`used_count + 1` })
    .where('row_id', '=', p('promotionRowId')),
);

/** One use that no sale brought; with a sale that was voided meanwhile it counts no more than that sale. */
export const countUseWithoutSale = rawQuery<{ promotionRowId: number; orderRowId: number | null }, never>(
  `UPDATE promotions SET used_count = used_count + 1 WHERE row_id = @promotionRowId
     AND NOT EXISTS (SELECT 1 FROM orders WHERE row_id = @orderRowId AND state = 'voided')`,
);

/** The promotions that a sale took, as often as it did. */
export const uncountUses = rawQuery<{ orderRowId: number }, never>(
  `UPDATE promotions SET used_count = used_count - taken.n
   FROM (SELECT promotion_row_id, count(*) AS n FROM promotion_redemptions WHERE order_row_id = @orderRowId GROUP BY 1) taken
   WHERE taken.promotion_row_id = promotions.row_id`,
);
