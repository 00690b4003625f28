import { sql } from 'kysely';
import { query, type builder } from '../db/query.ts';

/** Entries with what they lead to: sale or web order, promotion, reward, and who acted. */
const entries = (b: typeof builder) =>
  b
    .selectFrom('points_entries as e')
    .innerJoin('customers as c', 'c.row_id', 'e.customer_row_id')
    .leftJoin('orders as o', 'o.row_id', 'e.order_row_id')
    .leftJoin('placed_orders as w', 'w.row_id', 'e.placed_order_row_id')
    .leftJoin('promotions as p', 'p.row_id', 'e.promotion_row_id')
    .leftJoin('rewards as r', 'r.row_id', 'e.reward_row_id')
    .leftJoin('accounts as a', 'a.id', 'e.actor')
    .leftJoin('devices as d', 'd.id', 'e.actor')
    .select([
      'e.row_id as rowId',
      'e.id',
      'e.key',
      'e.kind',
      'e.points',
      'e.balance_after as balanceAfter',
      'e.description',
      'e.at',
      'e.customer_row_id as customerRowId',
      'c.id as customerId',
      sql<string | null>`coalesce(o.id, w.id)`.as('orderId'),
      sql<number | null>`coalesce(o.public_id, w.public_id)`.as('orderPublicId'),
      'o.receipt_number as receiptNumber',
      'e.promotion_row_id as promotionRowId',
      'p.id as promotionId',
      'p.title as promotionTitle',
      'r.id as rewardId',
      'r.title as rewardTitle',
      sql<string | null>`coalesce(a.display_name, d.name)`.as('by'),
    ]);

export const entryByRowId = query<{ rowId: number }>()((b, p) =>
  entries(b).where('e.row_id', '=', p('rowId')),
);
export type LedgerEntry = NonNullable<(typeof entryByRowId)['row']>;

export const entryByKey = query<{ key: string }>()((b, p) => entries(b).where('e.key', '=', p('key')));

export const entriesOfCustomer = query<{ customerRowId: number; limit: number; offset: number }>()((b, p) =>
  entries(b)
    .where('e.customer_row_id', '=', p('customerRowId'))
    .orderBy('e.row_id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);

export const countEntriesOfCustomer = query<{ customerRowId: number }>()((b, p) =>
  b
    .selectFrom('points_entries')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('customer_row_id', '=', p('customerRowId')),
);
