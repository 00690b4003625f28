import { rawQuery } from '../db/query.ts';

export type ScannedCustomerRow = {
  row_id: number;
  id: string;
  code: string;
  username: string | null;
  name: string;
  first_name: string;
  last_name: string;
  phone: string;
  email: string;
  address: string;
  birthday: string | null;
  qr_code: string;
  points_balance: number;
  points_earned_ever: number;
  tier_id: string | null;
  created_at: string;
};

/** A customer with the name of its login; the oldest login counts, should there be several. */
const scannedCustomer = `SELECT c.row_id, c.id, c.code, c.name, c.first_name, c.last_name, c.phone, c.email, c.address,
    c.birthday, c.qr_code, c.points_balance, c.points_earned_ever, c.tier_id, c.created_at,
    (SELECT username FROM accounts WHERE customer_row_id = c.row_id ORDER BY row_id LIMIT 1) AS username
  FROM customers c`;

export const scannedCustomerByRowId = rawQuery<{ rowId: number }, ScannedCustomerRow>(
  `${scannedCustomer} WHERE c.row_id = @rowId`,
);

export const saleOfCustomer = rawQuery<
  { publicId: number; customerRowId: number },
  { rowId: number; id: string; number: string }
>(
  `SELECT row_id AS rowId, id, receipt_number AS number FROM orders
   WHERE public_id = @publicId AND customer_row_id = @customerRowId AND state <> 'voided'`,
);
export const placedOrderOfCustomer = rawQuery<
  { publicId: number; customerRowId: number },
  { rowId: number; id: string }
>(
  `SELECT row_id AS rowId, id FROM placed_orders
   WHERE public_id = @publicId AND customer_row_id = @customerRowId`,
);

/** What was sold, less what came back: a voided sale is none. */
export const salesBetween = rawQuery<
  { from: string; to: string },
  { ordersCount: number; salesMinor: number }
>(
  `SELECT count(*) AS ordersCount, coalesce(sum(total_minor), 0) -
     (SELECT coalesce(sum(total_minor), 0) FROM refunds WHERE business_date BETWEEN @from AND @to) AS salesMinor
   FROM orders WHERE business_date BETWEEN @from AND @to AND state <> 'voided'`,
);
export const redeemedSince = rawQuery<{ since: string }, { count: number }>(
  'SELECT count(*) AS count FROM promotion_redemptions WHERE at >= @since',
);
export const awardedSince = rawQuery<{ since: string }, { points: number }>(
  `SELECT coalesce(sum(points), 0) AS points FROM points_entries WHERE at >= @since AND (kind IN ('earned', 'bonus') OR (kind = 'reversed' AND points < 0))`,
);
export const runningPromotions = rawQuery<{ now: string }, { count: number }>(
  `SELECT count(*) AS count FROM promotions WHERE is_active = 1
     AND (valid_from IS NULL OR valid_from <= @now) AND (valid_until IS NULL OR valid_until >= @now)`,
);

export const productTarget = rawQuery<{ id: string }, { rowId: number; name: string }>(
  'SELECT row_id AS rowId, name FROM products WHERE id = @id',
);
export const categoryTarget = rawQuery<{ id: string }, { rowId: number; name: string }>(
  'SELECT row_id AS rowId, name FROM categories WHERE id = @id',
);

export const customerLoginByAccount = rawQuery<
  { accountRowId: number },
  {
    code: string;
    username: string;
    email: string;
    name: string;
    phone: string;
    deliveryAddress: string;
    pointsBalance: number;
    lastVisitAt: string | null;
    createdAt: string;
    customerUpdatedAt: string;
    accountUpdatedAt: string;
    lastSignInAt: string | null;
  }
>(
  `SELECT c.code, a.username, a.email, c.name, c.phone, c.delivery_address AS deliveryAddress,
     c.points_balance AS pointsBalance, c.last_visit_at AS lastVisitAt, c.created_at AS createdAt,
     c.updated_at AS customerUpdatedAt, a.updated_at AS accountUpdatedAt, a.last_sign_in_at AS lastSignInAt
   FROM accounts a JOIN customers c ON c.row_id = a.customer_row_id WHERE a.row_id = @accountRowId`,
);
