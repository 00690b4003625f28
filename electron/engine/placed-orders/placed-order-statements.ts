import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

/** Who buys: an account, its name, and the customer that it is linked to. */
export const buyerByRowId = query<{ accountRowId: number }>()((b, p) =>
  b
    .selectFrom('accounts')
    .leftJoin('customers', 'customers.row_id', 'accounts.customer_row_id')
    .select(['accounts.display_name', 'accounts.customer_row_id', 'customers.id as customer_id'])
    .where('accounts.row_id', '=', p('accountRowId')),
);

export const insertPlacedOrder = query<{
  id: string;
  publicId: number;
  accountRowId: number;
  customerRowId: number | null;
  productName: string;
  quantity: number;
  priceMinor: number;
  totalMinor: number;
  currency: string;
  at: string;
}>()((b, p) =>
  b.insertInto('placed_orders').values({
    id: p('id'),
    public_id: p('publicId'),
    account_row_id: p('accountRowId'),
    customer_row_id: p('customerRowId'),
    product_name: p('productName'),
    quantity: p('quantity'),
    price_minor: p('priceMinor'),
    total_minor: p('totalMinor'),
    currency: p('currency'),
    placed_at: p('at'),
  }),
);

const placedColumns = [
  'row_id',
  'id',
  'public_id',
  'account_row_id',
  'product_name',
  'quantity',
  'price_minor',
  'total_minor',
  'paid_minor',
  'order_row_id',
  'placed_at',
] as const;

export const placedOrderByPublicId = query<{ publicId: number }>()((b, p) =>
  b.selectFrom('placed_orders').select(placedColumns).where('public_id', '=', p('publicId')),
);
export type PlacedOrderRow = NonNullable<(typeof placedOrderByPublicId)['row']>;

/** An order as the sale that it becomes needs it. */
export const placedOrderToSell = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('placed_orders')
    .leftJoin('customers', 'customers.row_id', 'placed_orders.customer_row_id')
    .select([
      'placed_orders.id',
      'placed_orders.public_id',
      'placed_orders.product_name',
      'placed_orders.quantity',
      'placed_orders.price_minor',
      'customers.id as customer_id',
    ])
    .where('placed_orders.row_id', '=', p('rowId')),
);

export const placedOrdersOfAccount = query<{ accountRowId: number }>()((b, p) =>
  b
    .selectFrom('placed_orders')
    .select(placedColumns)
    .where('account_row_id', '=', p('accountRowId'))
    .orderBy('row_id', 'desc'),
);

/** A sale at the counter as a customer's list shows it: its first line, and how many lines there are. */
export type CounterSaleRow = {
  public_id: number;
  customer_row_id: number | null;
  total_minor: number;
  paid_at: string;
  name: string;
  unit: 'each' | 'kg';
  quantity_milli: number;
  unit_price_minor: number;
  line_count: number;
};

/** A voided sale is none: nobody bought anything. */
const counterSale = `SELECT o.public_id, o.customer_row_id, o.total_minor, o.paid_at,
    l.name, l.unit, l.quantity_milli, l.unit_price_minor,
    (SELECT count(*) FROM order_lines WHERE order_row_id = o.row_id) AS line_count
  FROM orders o JOIN order_lines l ON l.order_row_id = o.row_id AND l.position = 0`;

export const counterSalesOfCustomer = rawQuery<{ customerRowId: number }, CounterSaleRow>(
  `${counterSale} WHERE o.customer_row_id = @customerRowId AND o.source = 'counter' AND o.state <> 'voided' ORDER BY o.row_id DESC`,
);
export const counterSaleByPublicId = rawQuery<{ publicId: number }, CounterSaleRow>(
  `${counterSale} WHERE o.public_id = @publicId AND o.source = 'counter' AND o.state <> 'voided'`,
);

export const insertPlacedPayment = query<{
  id: string;
  placedOrderRowId: number;
  amountMinor: number;
  at: string;
}>()((b, p) =>
  b.insertInto('placed_payments').values({
    id: p('id'),
    placed_order_row_id: p('placedOrderRowId'),
    amount_minor: p('amountMinor'),
    state: sql.lit('pending' as const),
    started_at: p('at'),
  }),
);

export const placedPaymentByRowId = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('placed_payments')
    .innerJoin('placed_orders', 'placed_orders.row_id', 'placed_payments.placed_order_row_id')
    .select([
      'placed_payments.row_id',
      'placed_payments.id',
      'placed_payments.placed_order_row_id',
      'placed_payments.amount_minor',
      'placed_payments.state',
      'placed_payments.started_at',
      'placed_orders.id as order_id',
      'placed_orders.public_id',
      'placed_orders.account_row_id',
      'placed_orders.total_minor',
      'placed_orders.paid_minor',
    ])
    .where('placed_payments.row_id', '=', p('rowId')),
);
export type PlacedPaymentRow = NonNullable<(typeof placedPaymentByRowId)['row']>;

export const finishPlacedPayment = query<{
  rowId: number;
  state: 'completed' | 'failed';
  at: string;
  businessDate: string | null;
}>()((b, p) =>
  b
    .updateTable('placed_payments')
    .set({ state: p('state'), finished_at: p('at'), business_date: p('businessDate') })
    .where('row_id', '=', p('rowId')),
);

export const addPaid = query<{ rowId: number; amountMinor: number }>()((b, p) =>
  b
    .updateTable('placed_orders')
    .set({ paid_minor: sql`paid_minor + ${p('amountMinor')}` })
    .where('row_id', '=', p('rowId')),
);

export const completedPayments = query<{ placedOrderRowId: number }>()((b, p) =>
  b
    .selectFrom('placed_payments')
    .select(['row_id', 'amount_minor'])
    .where('placed_order_row_id', '=', p('placedOrderRowId'))
    .where('state', '=', sql.lit('completed' as const))
    .orderBy('row_id'),
);

export const markSold = query<{ rowId: number; orderRowId: number }>()((b, p) =>
  b
    .updateTable('placed_orders')
    .set({ order_row_id: p('orderRowId') })
    .where('row_id', '=', p('rowId')),
);

/** Orders that are not paid in full, newest first. */
export const unpaidOrders = query<{ limit: number; offset: number }>()((b, p) =>
  b
    .selectFrom('placed_orders')
    .innerJoin('accounts', 'accounts.row_id', 'placed_orders.account_row_id')
    .leftJoin('customers', 'customers.row_id', 'placed_orders.customer_row_id')
    .select([
      'placed_orders.row_id',
      'placed_orders.id',
      'placed_orders.public_id',
      'placed_orders.product_name',
      'placed_orders.quantity',
      'placed_orders.price_minor',
      'placed_orders.total_minor',
      'placed_orders.paid_minor',
      'placed_orders.placed_at',
      'accounts.id as account_id',
      'accounts.display_name',
      'customers.id as customer_id',
      'customers.code as customer_code',
      'customers.name as customer_name',
    ])
    .where('placed_orders.order_row_id', 'is', null)
    .orderBy('placed_orders.row_id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);
export const sumOfUnpaid = query()((b) =>
  b
    .selectFrom('placed_orders')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.coalesce(e.fn.sum<number>(sql`total_minor - paid_minor`), sql.lit(0)).as('due_minor'),
    ])
    .where('order_row_id', 'is', null),
);
export const paymentsOfPlaced = query<{ placedOrderRowId: number }>()((b, p) =>
  b
    .selectFrom('placed_payments')
    .select(['id', 'amount_minor', 'state', 'started_at', 'finished_at'])
    .where('placed_order_row_id', '=', p('placedOrderRowId'))
    .orderBy('row_id'),
);
