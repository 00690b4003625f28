import { query } from '../db/query.ts';

export const entriesOfCredit = query<{ creditRowId: number; limit: number; offset: number }>()((b, p) =>
  b
    .selectFrom('credit_entries as e')
    .leftJoin('orders as o', 'o.row_id', 'e.order_row_id')
    .leftJoin('refunds as r', 'r.row_id', 'e.refund_row_id')
    .leftJoin('accounts as a', 'a.id', 'e.actor')
    .select((s) => [
      'e.id',
      'e.kind',
      'e.amount_minor as amountMinor',
      'e.balance_after as balanceAfterMinor',
      'e.reason',
      'o.id as orderId',
      s.fn.coalesce('r.receipt_number', 'o.receipt_number').as('receiptNumber'),
      'a.display_name as by',
      'e.at',
    ])
    .where('e.credit_row_id', '=', p('creditRowId'))
    .orderBy('e.row_id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);

export const countEntriesOfCredit = query<{ creditRowId: number }>()((b, p) =>
  b
    .selectFrom('credit_entries')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('credit_row_id', '=', p('creditRowId')),
);
