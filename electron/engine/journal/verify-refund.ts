import type { RefundBody } from '../../../shared/journal/kinds.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { plainNumber, type ThingsHere } from './things-here.ts';
import { readStored } from './read-stored.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

const storedRefund = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('refunds')
    .innerJoin('accounts', 'accounts.row_id', 'refunds.account_row_id')
    .leftJoin('shifts', 'shifts.row_id', 'refunds.shift_row_id')
    .leftJoin('orders', 'orders.row_id', 'refunds.order_row_id')
    .leftJoin('orders as exchanges', 'exchanges.row_id', 'refunds.exchange_order_row_id')
    .leftJoin('customers', 'customers.row_id', 'refunds.customer_row_id')
    .selectAll('refunds')
    .select([
      'accounts.id as cashier_id',
      'shifts.id as shift_id',
      'orders.id as order_id',
      'orders.receipt_number as order_receipt_number',
      'exchanges.id as exchange_order_id',
      'customers.id as customer_id',
    ])
    .where('refunds.id', '=', p('id')),
);
const storedLines = query<{ refundRowId: number }>()((b, p) =>
  b
    .selectFrom('refund_lines')
    .leftJoin('products', 'products.row_id', 'refund_lines.product_row_id')
    .leftJoin('stock_movements', 'stock_movements.id', 'refund_lines.line_id')
    .selectAll('refund_lines')
    .select(['products.id as product_id', 'stock_movements.quantity_milli as moved_milli'])
    .where('refund_lines.refund_row_id', '=', p('refundRowId'))
    .orderBy('position'),
);
const storedTaxes = query<{ refundRowId: number }>()((b, p) =>
  b.selectFrom('refund_taxes').selectAll().where('refund_row_id', '=', p('refundRowId')).orderBy('position'),
);
const storedPayments = query<{ refundRowId: number }>()((b, p) =>
  b
    .selectFrom('refund_payments')
    .leftJoin('credits', 'credits.row_id', 'refund_payments.credit_row_id')
    .selectAll('refund_payments')
    .select('credits.id as credit_id')
    .where('refund_payments.refund_row_id', '=', p('refundRowId'))
    .orderBy('refund_payments.row_id'),
);
type Row = NonNullable<(typeof storedRefund)['row']>;

/** Compares what the tables hold of a refund with what its entry says, figure by figure. */
export function verifyRefund(
  db: ReadableDatabase,
  here: ThingsHere,
  entry: StoredEntry,
  body: RefundBody,
): Problem[] {
  const row = db.first(storedRefund, { id: body.refundId });
  const problem = (what: string): Problem => ({ seq: entry.seq, what: `${body.receiptNumber}: ${what}` });
  if (row === undefined) return [problem('the refund is in the journal and not in the tables.')];
  const refundRowId = row.row_id;
  const { lines, taxes, payments, points, rules, approvalIds: _, credits: __, ...figures } = body;
  const lineNames = lines.map(({ name }) => name);
  const held = db.all(storedLines, { refundRowId }).map((line, index) => lineAsTold(line, lineNames[index]));
  const pairs: [what: string, stored: unknown, told: unknown][] = [
    ['its totals', figuresAsTold(here, row), figuresHere(here, entry, figures)],
    [
      'its entry, time, rules or points',
      [
        row.journal_seq,
        row.refunded_at,
        row.business_date,
        readStored(row.rules),
        row.points_taken,
        row.points_given,
      ],
      [entry.seq, entry.at, entry.business_date, rules, points?.taken ?? 0, points?.given ?? 0],
    ],
    ['its lines', held, lines],
    [
      'its taxes',
      db.all(storedTaxes, { refundRowId }).map((tax) => ({
        name: tax.name,
        ratePpm: tax.rate_ppm,
        compound: tax.compound === 1,
        baseMinor: tax.base_minor,
        taxMinor: tax.tax_minor,
      })),
      taxes,
    ],
    [
      'its payments',
      db.all(storedPayments, { refundRowId }).map((payment) => ({
        paymentId: payment.id,
        kind: payment.kind,
        amountMinor: payment.amount_minor,
        reference: payment.reference,
        creditId: payment.credit_id,
      })),
      payments.map((payment) => ({ ...payment, creditId: here.credit(payment.creditId) })),
    ],
  ];
  return pairs
    .filter(([, stored, told]) => canonicalText(stored) !== canonicalText(told))
    .map(([what]) => problem(`${what} differ from the journal.`));
}

type Figures = Omit<
  RefundBody,
  'lines' | 'taxes' | 'payments' | 'points' | 'rules' | 'approvalIds' | 'credits'
>;

/** A refund of another till is in no shift here; a customer may have been joined with another. */
function figuresHere(here: ThingsHere, { seq }: StoredEntry, told: Figures): Omit<Figures, 'shiftId'> {
  const { orderReceiptNumber } = told;
  return {
    ...told,
    ...(seq > 0 ? {} : { shiftId: null }),
    customerId: here.customer(told.customerId),
    orderId: here.cart(told.orderId),
    exchangeOrderId: here.cart(told.exchangeOrderId),
    orderReceiptNumber: orderReceiptNumber === null ? null : plainNumber(orderReceiptNumber),
  };
}

function figuresAsTold(here: ThingsHere, row: Row): Omit<Figures, 'shiftId'> & { shiftId: string | null } {
  return {
    refundId: row.id,
    receiptNumber: row.journal_seq > 0 ? row.receipt_number : plainNumber(row.receipt_number),
    orderId: here.cart(row.order_id),
    orderReceiptNumber: row.order_receipt_number === null ? null : plainNumber(row.order_receipt_number),
    exchangeOrderId: here.cart(row.exchange_order_id),
    shiftId: row.shift_id,
    cashierId: row.cashier_id,
    customerId: row.customer_id,
    reason: row.reason,
    currency: row.currency,
    itemCount: row.item_count,
    grossMinor: row.gross_minor,
    discountMinor: row.discount_minor,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    cashRoundingMinor: row.cash_rounding_minor,
    paidMinor: row.paid_minor,
  };
}

/** The entry of a refund of the web names no line, so its names are not held against it. */
function lineAsTold(
  line: NonNullable<(typeof storedLines)['row']>,
  told: string | undefined,
): RefundBody['lines'][number] {
  return {
    lineId: line.line_id,
    orderPosition: line.order_position,
    productId: line.product_id,
    name: told === '' ? '' : line.name,
    unit: line.unit,
    quantityMilli: line.quantity_milli,
    unitPriceMinor: line.unit_price_minor,
    grossMinor: line.gross_minor,
    discountMinor: line.discount_minor,
    netMinor: line.net_minor,
    taxMinor: line.tax_minor,
    totalMinor: line.total_minor,
    taxRates: readStored(line.tax_rates) as RefundBody['lines'][number]['taxRates'],
    restock: line.restock === 1 && line.moved_milli === line.quantity_milli,
  };
}
