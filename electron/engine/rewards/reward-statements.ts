import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

export const rewardByRowId = query<{ rowId: number }>()((b, p) =>
  b.selectFrom('rewards').selectAll().where('row_id', '=', p('rowId')),
);
export type RewardRow = NonNullable<(typeof rewardByRowId)['row']>;

export const rewardById = query<{ id: string }>()((b, p) =>
  b.selectFrom('rewards').selectAll().where('id', '=', p('id')),
);
export const activeRewards = query()((b) =>
  b.selectFrom('rewards').selectAll().where('is_active', '=', sql.lit(1)).orderBy('points').orderBy('row_id'),
);

/** How often a customer took a reward; what was voided does not count. */
export const claimsOfCustomer = rawQuery<{ rowId: number; customerRowId: number }, { count: number }>(
  `SELECT count(*) AS count FROM reward_claims c JOIN orders o ON o.row_id = c.order_row_id
   WHERE c.reward_row_id = @rowId AND c.customer_row_id = @customerRowId AND o.state <> 'voided'`,
);

export type StoredReward = {
  title: string;
  description: string;
  points: number;
  effect: string;
  stock: number | null;
  validFrom: string | null;
  validUntil: string | null;
  limitPerCustomer: number | null;
  isActive: number;
  at: string;
};

export const insertReward = query<StoredReward & { id: string }>()((b, p) =>
  b.insertInto('rewards').values({
    id: p('id'),
    title: p('title'),
    description: p('description'),
    points: p('points'),
    effect: p('effect'),
    stock: p('stock'),
    valid_from: p('validFrom'),
    valid_until: p('validUntil'),
    limit_per_customer: p('limitPerCustomer'),
    is_active: p('isActive'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);

export const updateReward = query<StoredReward & { rowId: number }>()((b, p) =>
  b
    .updateTable('rewards')
    .set({
      title: p('title'),
      description: p('description'),
      points: p('points'),
      effect: p('effect'),
      stock: p('stock'),
      valid_from: p('validFrom'),
      valid_until: p('validUntil'),
      limit_per_customer: p('limitPerCustomer'),
      is_active: p('isActive'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

export type NewClaim = {
  id: string;
  rewardRowId: number;
  customerRowId: number;
  orderRowId: number;
  points: number;
  discountMinor: number;
  at: string;
};

export const insertClaim = query<NewClaim>()((b, p) =>
  b.insertInto('reward_claims').values({
    id: p('id'),
    reward_row_id: p('rewardRowId'),
    customer_row_id: p('customerRowId'),
    order_row_id: p('orderRowId'),
    points: p('points'),
    discount_minor: p('discountMinor'),
    at: p('at'),
  }),
);

/** One more was taken, so one less is left where they are counted. */
export const countClaim = query<{ rewardRowId: number }>()((b, p) =>
  b
    .updateTable('rewards')
    .set({ claimed_count: sql`claimed_count + 1`, stock: sql`stock - 1` })
    .where('row_id', '=', p('rewardRowId')),
);

/** The rewards that a sale gave, as often as it did, back where they are counted. */
export const uncountClaims = rawQuery<{ orderRowId: number }, never>(
  `UPDATE rewards SET claimed_count = claimed_count - taken.n, stock = stock + taken.n
   FROM (SELECT reward_row_id, count(*) AS n FROM reward_claims WHERE order_row_id = @orderRowId GROUP BY 1) taken
   WHERE taken.reward_row_id = rewards.row_id`,
);
