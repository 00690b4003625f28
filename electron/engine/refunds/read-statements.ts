import { query, rawQuery, type builder } from '../db/query.ts';

export const refundRows = (b: typeof builder) =>
  b
    .selectFrom('refunds as r')
    .innerJoin('accounts as a', 'a.row_id', 'r.account_row_id')
    .leftJoin('shifts as s', 's.row_id', 'r.shift_row_id')
    .innerJoin('journal as j', 'j.seq', 'r.journal_seq')
    .leftJoin('orders as o', 'o.row_id', 'r.order_row_id')
    .leftJoin('orders as x', 'x.row_id', 'r.exchange_order_row_id')
    .leftJoin('customers as c', 'c.row_id', 'r.customer_row_id')
    .select([
      'r.row_id as rowId',
      'r.id',
      'r.receipt_number as receiptNumber',
      'o.id as orderId',
      'o.receipt_number as orderReceiptNumber',
      'x.id as exchangeOrderId',
      'x.receipt_number as exchangeReceiptNumber',
      'r.refunded_at as refundedAt',
      'r.business_date as businessDate',
      'a.display_name as cashier',
      'c.id as customerId',
      'c.code as customerCode',
      'c.name as customerName',
      'r.reason',
      'r.item_count as itemCount',
      'r.total_minor as totalMinor',
      'r.paid_minor as paidMinor',
      'r.points_balance_after as pointsBalanceAfter',
      's.number as shiftNumber',
      'j.hash',
      'j.body',
    ]);

export const refundById = query<{ id: string }>()((b, p) => refundRows(b).where('r.id', '=', p('id')));
export type RefundRow = NonNullable<(typeof refundById)['row']>;

export const refundLineNames = query<{ refundRowId: number }>()((b, p) =>
  b
    .selectFrom('refund_lines')
    .select('name')
    .where('refund_row_id', '=', p('refundRowId'))
    .orderBy('position'),
);

/** A refund or void of another till, which has printed it. */
export const madeElsewhere = rawQuery<{ id: string }, { found: number }>(
  `SELECT 1 AS found FROM refunds WHERE id = @id AND journal_seq < 0
   UNION ALL SELECT 1 FROM voids WHERE id = @id AND journal_seq < 0 LIMIT 1`,
);
/** Titles carry the number of their paper, so each names one. */
export const paperPrinted = rawQuery<{ title: string }, { found: number }>(
  `SELECT 1 AS found FROM print_jobs WHERE kind IN ('refund', 'slip') AND title = @title AND state <> 'cancelled'
   LIMIT 1`,
);
