import { query, type builder } from '../db/query.ts';

const columns = [
  'orders.row_id',
  'orders.id',
  'orders.public_id',
  'orders.source',
  'orders.receipt_number',
  'orders.state',
  'orders.paid_at',
  'orders.business_date',
  'orders.item_count',
  'orders.total_minor',
  'orders.refunded_minor',
  'accounts.display_name as cashier',
  'customers.id as customer_id',
  'customers.code as customer_code',
  'customers.name as customer_name',
] as const;

const detailColumns = [
  'orders.points_balance_after',
  'shifts.number as shift_number',
  'journal.hash',
  'journal.v',
  'journal.body',
] as const;

export const orderDetails = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('accounts', 'accounts.row_id', 'orders.account_row_id')
    .leftJoin('shifts', 'shifts.row_id', 'orders.shift_row_id')
    .innerJoin('journal', 'journal.seq', 'orders.journal_seq')
    .leftJoin('customers', 'customers.row_id', 'orders.customer_row_id')
    .select([...columns, ...detailColumns])
    .where('orders.id', '=', p('id')),
);

const summaries = (b: typeof builder) =>
  b
    .selectFrom('orders')
    .innerJoin('accounts', 'accounts.row_id', 'orders.account_row_id')
    .leftJoin('customers', 'customers.row_id', 'orders.customer_row_id')
    .select(columns);

export const orderSummaryByReceipt = query<{ receiptNumber: string }>()((b, p) =>
  summaries(b).where('orders.receipt_number', '=', p('receiptNumber')),
);
/** The sale that a refund was of, by the refund's own receipt number. */
export const orderSummaryByRefund = query<{ receiptNumber: string }>()((b, p) =>
  summaries(b)
    .innerJoin('refunds', 'refunds.order_row_id', 'orders.row_id')
    .where('refunds.receipt_number', '=', p('receiptNumber')),
);
export type OrderSummaryRow = NonNullable<(typeof orderSummaryByReceipt)['row']>;
export const orderSummaryColumns = columns;

export const orderLineNames = query<{ orderRowId: number }>()((b, p) =>
  b.selectFrom('order_lines').select('name').where('order_row_id', '=', p('orderRowId')).orderBy('position'),
);

export const orderPayments = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('payments')
    .select(['kind', 'amount_minor'])
    .where('order_row_id', '=', p('orderRowId'))
    .orderBy('row_id'),
);

export const refundsOfOrder = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('refunds')
    .innerJoin('accounts', 'accounts.row_id', 'refunds.account_row_id')
    .select([
      'refunds.id',
      'refunds.receipt_number as receiptNumber',
      'refunds.refunded_at as refundedAt',
      'accounts.display_name as cashier',
      'refunds.reason',
      'refunds.total_minor as totalMinor',
    ])
    .where('refunds.order_row_id', '=', p('orderRowId'))
    .orderBy('refunds.row_id'),
);

export const voidOfOrder = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('voids')
    .innerJoin('accounts', 'accounts.row_id', 'voids.account_row_id')
    .select([
      'voids.id',
      'voids.at',
      'accounts.display_name as by',
      'voids.reason',
      'voids.slip_number as slipNumber',
    ])
    .where('voids.order_row_id', '=', p('orderRowId'))
    .orderBy('voids.id')
    .limit(1),
);
