import { sql } from 'kysely';
import { query } from '../db/query.ts';

export const voidById = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('voids')
    .innerJoin('orders', 'orders.row_id', 'voids.order_row_id')
    .select(['orders.id as orderId'])
    .where('voids.id', '=', p('id')),
);

export const insertVoid = query<{
  id: string;
  orderRowId: number;
  shiftRowId: number | null;
  accountRowId: number;
  approvalRowId: number | null;
  reason: string;
  slipNumber: number;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('voids').values({
    id: p('id'),
    order_row_id: p('orderRowId'),
    shift_row_id: p('shiftRowId'),
    account_row_id: p('accountRowId'),
    approval_row_id: p('approvalRowId'),
    reason: p('reason'),
    slip_number: p('slipNumber'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

export const markVoided = query<{ orderRowId: number }>()((b, p) =>
  b
    .updateTable('orders')
    .set({ state: sql.lit('voided' as const) })
    .where('row_id', '=', p('orderRowId')),
);
