import type { OfferUse } from '../../../shared/api/offers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OfReward = { rewardId: string };

const totals = rawQuery<OfReward, Omit<OfferUse, 'byDay'>>(
  `SELECT count(*) AS uses, count(DISTINCT c.customer_row_id) AS customers,
     coalesce(sum(c.discount_minor), 0) AS discountMinor, coalesce(sum(c.points), 0) AS points,
     coalesce(sum(o.total_minor - o.refunded_minor), 0) AS salesMinor, max(c.at) AS lastUsedAt
   FROM rewards r JOIN reward_claims c ON c.reward_row_id = r.row_id JOIN orders o ON o.row_id = c.order_row_id
   WHERE r.id = @rewardId AND o.state <> 'voided'`,
);
const days = rawQuery<OfReward, OfferUse['byDay'][number]>(
  `SELECT o.business_date AS date, count(*) AS uses, sum(c.discount_minor) AS discountMinor
   FROM rewards r JOIN reward_claims c ON c.reward_row_id = r.row_id JOIN orders o ON o.row_id = c.order_row_id
   WHERE r.id = @rewardId AND o.state <> 'voided' GROUP BY 1 ORDER BY 1`,
);

/** What a reward has cost and brought, by the store's days. A long read: for the reader thread. */
export function rewardUse(db: ReadableDatabase, reward: OfReward): OfferUse {
  const sums = db.first(totals, reward);
  if (sums === undefined) throw new Error('a sum over no rows is still a row');
  return { ...sums, byDay: db.all(days, reward) };
}
