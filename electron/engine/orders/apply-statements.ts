import { rawQuery } from '../db/query.ts';

export const offerKnown = rawQuery<{ id: string }, { known: number }>(
  `SELECT 1 AS known FROM promotions WHERE id = @id UNION ALL SELECT 1 FROM rewards WHERE id = @id LIMIT 1`,
);

type ToSale = { orderRowId: number; orderId: string; customerRowId: number | null };
/** Points that other tills told of for this sale before it was here. */
export const linkPoints = rawQuery<ToSale, never>(
  `UPDATE points_entries SET order_row_id = @orderRowId
   WHERE customer_row_id = @customerRowId AND journal_seq < 0 AND order_row_id IS NULL AND placed_order_row_id IS NULL
     AND (SELECT json_extract(body, '$.orderId') FROM journal WHERE seq = points_entries.journal_seq) = @orderId`,
);
export const linkRedemptions = rawQuery<ToSale, never>(
  `UPDATE promotion_redemptions SET order_row_id = @orderRowId
   WHERE customer_row_id = @customerRowId AND journal_seq < 0 AND order_row_id IS NULL AND placed_order_row_id IS NULL
     AND (SELECT json_extract(body, '$.orderId') FROM journal WHERE seq = promotion_redemptions.journal_seq) = @orderId`,
);
