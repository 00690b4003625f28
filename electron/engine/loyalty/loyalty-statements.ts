import { sql } from 'kysely';
import type { PointsKind } from '../../../shared/journal/kinds.ts';
import { query } from '../db/query.ts';
import { survivingRow } from '../surviving-row.ts';

export const balanceOfCustomer = query<{ customerRowId: number }>()((b, p) =>
  b.selectFrom('customers').select('points_balance').where('row_id', '=', p('customerRowId')),
);

export const customerForPoints = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id', 'id', 'points_balance'])
    .where('row_id', '=', survivingRow(p('id'))),
);

export const writtenByKey = query<{ key: string }>()((b, p) =>
  b.selectFrom('points_entries').select(['row_id', 'balance_after']).where('key', '=', p('key')),
);

export const insertEntry = query<{
  id: string;
  key: string;
  customerRowId: number;
  kind: PointsKind;
  points: number;
  balanceAfter: number;
  description: string;
  orderRowId: number | null;
  placedOrderRowId: number | null;
  promotionRowId: number | null;
  rewardRowId: number | null;
  actor: string;
  journalSeq: number;
  at: string;
}>()((b, p) =>
  b.insertInto('points_entries').values({
    id: p('id'),
    key: p('key'),
    customer_row_id: p('customerRowId'),
    kind: p('kind'),
    points: p('points'),
    balance_after: p('balanceAfter'),
    description: p('description'),
    order_row_id: p('orderRowId'),
    placed_order_row_id: p('placedOrderRowId'),
    promotion_row_id: p('promotionRowId'),
    reward_row_id: p('rewardRowId'),
    actor: p('actor'),
    journal_seq: p('journalSeq'),
    at: p('at'),
  }),
);

/** Keeps the balance, and what was ever earned, in step with the ledger. */
export const addToCustomer = query<{ customerRowId: number; points: number; earned: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({
      points_balance: sql`points_balance + ${p('points')}`,
      points_earned_ever: sql`points_earned_ever + ${p('earned')}`,
    })
    .where('row_id', '=', p('customerRowId')),
);

/** What a sale changed, also while it was an order of the web that was not paid in full yet. */
export const changesOfOrder = query<{ orderRowId: number; customerRowId: number }>()((b, p) =>
  b
    .selectFrom('points_entries')
    .select(['kind', 'points'])
    .where('customer_row_id', '=', p('customerRowId'))
    .where((e) =>
      e.or([
        e('order_row_id', '=', p('orderRowId')),
        e(
          'placed_order_row_id',
          'in',
          e.selectFrom('placed_orders').select('row_id').where('order_row_id', '=', p('orderRowId')),
        ),
      ]),
    ),
);
