import type { SaleBody } from '../../../shared/journal/kinds.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { readStored } from './read-stored.ts';
import { plainNumber, type ThingsHere } from './things-here.ts';
import { personalPartOf, type Problem, type StoredEntry } from './verify-chain.ts';

const storedOrder = query<{ orderId: string }>()((b, p) =>
  b
    .selectFrom('orders')
    .innerJoin('accounts', 'accounts.row_id', 'orders.account_row_id')
    .leftJoin('shifts', 'shifts.row_id', 'orders.shift_row_id')
    .leftJoin('customers', 'customers.row_id', 'orders.customer_row_id')
    .selectAll('orders')
    .select(['accounts.id as cashier_id', 'shifts.id as shift_id', 'customers.id as customer_id'])
    .where('orders.id', '=', p('orderId')),
);
const storedLines = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('order_lines')
    .leftJoin('products', 'products.row_id', 'order_lines.product_row_id')
    .leftJoin('stock_movements', 'stock_movements.id', 'order_lines.line_id')
    .leftJoin('credits', 'credits.row_id', 'order_lines.credit_row_id')
    .selectAll('order_lines')
    .select([
      'products.id as product_id',
      'stock_movements.quantity_milli as moved_milli',
      'credits.id as credit_id',
    ])
    .where('order_lines.order_row_id', '=', p('orderRowId'))
    .orderBy('position'),
);
const storedTaxes = query<{ orderRowId: number }>()((b, p) =>
  b.selectFrom('order_taxes').selectAll().where('order_row_id', '=', p('orderRowId')).orderBy('position'),
);
const storedPayments = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('payments')
    .leftJoin('credits', 'credits.row_id', 'payments.credit_row_id')
    .selectAll('payments')
    .select('credits.id as credit_id')
    .where('payments.order_row_id', '=', p('orderRowId'))
    .orderBy('payments.row_id'),
);

/** Compares what the tables hold of a sale with what its entry says, figure by figure. */
export function verifySale(
  db: ReadableDatabase,
  here: ThingsHere,
  entry: StoredEntry,
  body: SaleBody,
): Problem[] {
  const row = db.first(storedOrder, { orderId: body.orderId });
  const problem = (what: string): Problem => ({ seq: entry.seq, what: `${body.receiptNumber}: ${what}` });
  if (row === undefined) return [problem('the sale is in the journal and not in the tables.')];

  const problems: Problem[] = [];
  const compare = (what: string, stored: unknown, told: unknown): void => {
    if (canonicalText(stored) !== canonicalText(told))
      problems.push(problem(`${what} differ from the journal.`));
  };
  const orderRowId = row.row_id;
  const {
    lines,
    taxes,
    payments,
    points,
    promotions,
    rewards,
    rules,
    approvalIds,
    credits,
    personalHash,
    ...figures
  } = body as SaleBody & { personalHash?: string };
  const isOwn = entry.seq > 0;
  // Version 1 did not tell the public id; another till's is another one here.
  const publicId = figures.publicId === 0 || !isOwn ? row.public_id : figures.publicId;
  compare(
    'its totals',
    {
      orderId: row.id,
      publicId: row.public_id,
      source: row.source,
      receiptNumber: isOwn ? row.receipt_number : plainNumber(row.receipt_number),
      shiftId: row.shift_id,
      cashierId: row.cashier_id,
      customerId: row.customer_id,
      currency: row.currency,
      itemCount: row.item_count,
      grossMinor: row.gross_minor,
      discountMinor: row.discount_minor,
      netMinor: row.net_minor,
      taxMinor: row.tax_minor,
      totalMinor: row.total_minor,
      cashRoundingMinor: row.cash_rounding_minor,
      tipMinor: row.tip_minor,
      paidMinor: row.paid_minor,
      changeMinor: row.change_minor,
      discountReason: row.discount_reason,
    },
    {
      ...figures,
      publicId,
      shiftId: isOwn ? figures.shiftId : null,
      customerId: here.customer(figures.customerId),
    },
  );
  compare(
    'its entry, time, rules or points',
    [
      row.journal_seq,
      row.paid_at,
      row.business_date,
      readStored(row.rules),
      row.tax_mode,
      row.points_earned,
      row.points_spent,
    ],
    [entry.seq, entry.at, entry.business_date, rules, rules.taxMode, points?.earned ?? 0, points?.spent ?? 0],
  );
  const heldLines = db.all(storedLines, { orderRowId }).map(lineAsTold);
  const toldLines = lines.map((line) => ({ ...line, creditId: here.credit(line.creditId) }));
  compare('its lines', body.source === 'web' ? heldLines.map(withoutName) : heldLines, toldLines);
  const { lineNames } = personalPartOf(entry) ?? {};
  const heldNames = heldLines.map(({ name }) => name);
  if (lineNames !== undefined) compare('the names of its lines', heldNames, lineNames);
  compare('its taxes', db.all(storedTaxes, { orderRowId }).map(taxAsTold), taxes);
  const toldPayments = payments.map((payment) => ({ ...payment, creditId: here.credit(payment.creditId) }));
  compare('its payments', db.all(storedPayments, { orderRowId }).map(paymentAsTold), toldPayments);
  return problems;
}

function lineAsTold(line: NonNullable<(typeof storedLines)['row']>): SaleBody['lines'][number] {
  return {
    lineId: line.line_id,
    kind: line.kind,
    productId: line.product_id,
    name: line.name,
    sku: line.sku,
    barcode: line.barcode,
    unit: line.unit,
    note: line.note,
    quantityMilli: line.quantity_milli,
    listPriceMinor: line.list_price_minor,
    unitPriceMinor: line.unit_price_minor,
    priceReason: line.price_reason,
    grossMinor: line.gross_minor,
    discountMinor: line.discount_minor,
    lineDiscountMinor: line.line_discount_minor,
    promotionMinor: line.promotion_minor,
    rewardMinor: line.reward_minor,
    orderDiscountMinor: line.order_discount_minor,
    discountReason: line.discount_reason,
    creditId: line.credit_id,
    netMinor: line.net_minor,
    taxMinor: line.tax_minor,
    totalMinor: line.total_minor,
    taxRates: readStored(line.tax_rates) as SaleBody['lines'][number]['taxRates'],
    movesStock: line.moved_milli === -line.quantity_milli,
  };
}

function withoutName(line: SaleBody['lines'][number]): SaleBody['lines'][number] {
  return { ...line, name: '' };
}

function taxAsTold(tax: NonNullable<(typeof storedTaxes)['row']>): SaleBody['taxes'][number] {
  return {
    name: tax.name,
    ratePpm: tax.rate_ppm,
    compound: tax.compound === 1,
    baseMinor: tax.base_minor,
    taxMinor: tax.tax_minor,
  };
}

function paymentAsTold(payment: NonNullable<(typeof storedPayments)['row']>): SaleBody['payments'][number] {
  return {
    paymentId: payment.id,
    kind: payment.kind,
    amountMinor: payment.amount_minor,
    tenderedMinor: payment.tendered_minor,
    changeMinor: payment.change_minor,
    reference: payment.reference,
    last4: payment.last4,
    creditId: payment.credit_id,
  };
}
