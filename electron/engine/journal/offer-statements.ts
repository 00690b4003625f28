import { rawQuery } from '../db/query.ts';

type Nothing = Record<never, never>;

/** What was taken once, of a promotion or a reward, with the ids of what it belongs to. */
export type StoredTaking = {
  offerId: string;
  customerId: string | null;
  orderId: string | null;
  discountMinor: number;
  points: number;
  scannedBy: string;
  at: string;
};

export const redemptionById = rawQuery<{ id: string }, StoredTaking>(
  `SELECT p.id AS offerId, c.id AS customerId, coalesce(o.id, w.id) AS orderId, r.discount_minor AS discountMinor,
     r.points_awarded AS points, r.scanned_by AS scannedBy, r.at
   FROM promotion_redemptions r
   LEFT JOIN promotions p ON p.row_id = r.promotion_row_id
   LEFT JOIN customers c ON c.row_id = r.customer_row_id
   LEFT JOIN orders o ON o.row_id = r.order_row_id
   LEFT JOIN placed_orders w ON w.row_id = r.placed_order_row_id
   WHERE r.id = @id`,
);
export const claimById = rawQuery<{ id: string }, StoredTaking>(
  `SELECT w.id AS offerId, c.id AS customerId, o.id AS orderId, r.discount_minor AS discountMinor, r.points,
     '' AS scannedBy, r.at
   FROM reward_claims r
   LEFT JOIN rewards w ON w.row_id = r.reward_row_id
   LEFT JOIN customers c ON c.row_id = r.customer_row_id
   LEFT JOIN orders o ON o.row_id = r.order_row_id
   WHERE r.id = @id`,
);

/** The sale of a void, by its id here. */
export const orderOfVoid = rawQuery<{ voidId: string }, { orderId: string }>(
  'SELECT o.id AS orderId FROM voids v JOIN orders o ON o.row_id = v.order_row_id WHERE v.id = @voidId',
);
/** What a sale took of promotions and rewards. */
export const takenByOrder = rawQuery<{ orderId: string }, { offerId: string }>(
  `SELECT p.id AS offerId FROM promotion_redemptions r JOIN orders o ON o.row_id = r.order_row_id
     JOIN promotions p ON p.row_id = r.promotion_row_id WHERE o.id = @orderId
   UNION ALL SELECT w.id FROM reward_claims c JOIN orders o ON o.row_id = c.order_row_id
     JOIN rewards w ON w.row_id = c.reward_row_id WHERE o.id = @orderId`,
);

/** An offer as it is stored, with the count that is kept of its takings and that of their rows, without voided sales. */
export type StoredOffer = { id: string; kept: number; counted: number; body: string };

/** `body`: the fields as the journal names them; JSON columns and flags still as they are stored. */
export const storedPromotions = rawQuery<Nothing, StoredOffer>(
  `SELECT id, used_count AS kept, coalesce(r.counted, 0) AS counted, json_object('promotionId', id, 'title', title,
     'description', description, 'effect', effect, 'scope', scope, 'audience', audience, 'needsCode', needs_code,
     'qrCode', qr_code, 'couponCode', coupon_code, 'validFrom', valid_from, 'validUntil', valid_until, 'hours', hours,
     'minimumSpendMinor', minimum_spend_minor, 'bonusPoints', bonus_points, 'combines', combines,
     'priority', priority, 'limitPerCustomer', limit_per_customer, 'limitTotal', limit_total,
     'isActive', is_active) AS body
   FROM promotions LEFT JOIN (
     SELECT promotion_row_id, count(*) AS counted FROM promotion_redemptions t
     LEFT JOIN orders o ON o.row_id = t.order_row_id WHERE o.state IS NOT 'voided' GROUP BY 1) r
   ON r.promotion_row_id = row_id`,
);
export const storedRewards = rawQuery<Nothing, StoredOffer>(
  `SELECT id, claimed_count AS kept, coalesce(r.counted, 0) AS counted, json_object('rewardId', id, 'title', title,
     'description', description, 'points', points, 'effect', effect, 'stock', stock, 'validFrom', valid_from,
     'validUntil', valid_until, 'limitPerCustomer', limit_per_customer, 'isActive', is_active) AS body
   FROM rewards LEFT JOIN (
     SELECT reward_row_id, count(*) AS counted FROM reward_claims t
     JOIN orders o ON o.row_id = t.order_row_id WHERE o.state <> 'voided' GROUP BY 1) r
   ON r.reward_row_id = row_id`,
);
