import { sql } from 'kysely';
import { query } from '../db/query.ts';

/** A sale as what goes back of it needs it: its stored figures and rules, not those of today. */
export const saleToRefund = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('orders')
    .leftJoin('customers', 'customers.row_id', 'orders.customer_row_id')
    .select([
      'orders.row_id as rowId',
      'orders.id',
      'orders.receipt_number as receiptNumber',
      'orders.source',
      'orders.state',
      'orders.shift_row_id as shiftRowId',
      'orders.currency',
      'orders.rules',
      'orders.total_minor as totalMinor',
      'orders.refunded_minor as refundedMinor',
      'orders.journal_seq as journalSeq',
      'orders.cash_rounding_minor as cashRoundingMinor',
      'customers.row_id as customerRowId',
      'customers.id as customerId',
      'customers.code as customerCode',
      'customers.name as customerName',
    ])
    .where('orders.id', '=', p('id')),
);

export const linesToRefund = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('order_lines as l')
    .leftJoin('products as p', 'p.row_id', 'l.product_row_id')
    .leftJoin('credits as c', 'c.row_id', 'l.credit_row_id')
    .leftJoin('stock_movements as m', 'm.id', 'l.line_id')
    .select([
      'l.position',
      'l.line_id as lineId',
      'l.kind',
      'l.product_row_id as productRowId',
      'p.id as productId',
      'p.tracks_stock as tracksStock',
      'm.quantity_milli as movedMilli',
      'c.id as creditId',
      'c.balance_minor as creditBalanceMinor',
      'l.name',
      'l.unit',
      'l.quantity_milli as quantityMilli',
      'l.unit_price_minor as unitPriceMinor',
      'l.gross_minor as grossMinor',
      'l.discount_minor as discountMinor',
      'l.net_minor as netMinor',
      'l.tax_minor as taxMinor',
      'l.total_minor as totalMinor',
      'l.tax_rates as taxRates',
    ])
    .where('l.order_row_id', '=', p('orderRowId'))
    .orderBy('l.position'),
);
export type LineToRefund = NonNullable<(typeof linesToRefund)['row']>;

export const paymentsToRefund = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('payments')
    .leftJoin('credits', 'credits.row_id', 'payments.credit_row_id')
    .select(['payments.kind', 'payments.amount_minor as amountMinor', 'credits.id as creditId'])
    .where('payments.order_row_id', '=', p('orderRowId'))
    .where('payments.state', '=', sql.lit('completed' as const))
    .orderBy('payments.row_id'),
);

export const refundsBefore = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('refunds')
    .select(['row_id as rowId', 'total_minor as totalMinor', 'paid_minor as paidMinor'])
    .where('order_row_id', '=', p('orderRowId'))
    .orderBy('row_id'),
);

export const returnedBefore = query<{ refundRowId: number }>()((b, p) =>
  b
    .selectFrom('refund_lines')
    .select(['order_position as position', 'quantity_milli as quantityMilli'])
    .where('refund_row_id', '=', p('refundRowId'))
    .orderBy('position'),
);

export const paidBackBefore = query<{ refundRowId: number }>()((b, p) =>
  b
    .selectFrom('refund_payments')
    .leftJoin('credits', 'credits.row_id', 'refund_payments.credit_row_id')
    .select(['refund_payments.kind', 'refund_payments.amount_minor as amountMinor', 'credits.id as creditId'])
    .where('refund_payments.refund_row_id', '=', p('refundRowId'))
    .orderBy('refund_payments.row_id'),
);

export const openShift = query()((b) =>
  b
    .selectFrom('shifts')
    .select(['row_id as rowId', 'id', 'number'])
    .where('state', '=', sql.lit('open' as const)),
);
export type OpenShift = NonNullable<(typeof openShift)['row']>;
