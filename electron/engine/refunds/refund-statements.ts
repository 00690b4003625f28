import { sql } from 'kysely';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { query, rawQuery } from '../db/query.ts';
import { survivingRow } from '../surviving-row.ts';

export const refundByIdentity = query<{ id: string }>()((b, p) =>
  b.selectFrom('refunds').select(['row_id', 'request_hash']).where('id', '=', p('id')),
);

export const insertRefund = query<{
  id: string;
  orderRowId: number | null;
  receiptNumber: string;
  series: string;
  number: number;
  exchangeRowId: number | null;
  shiftRowId: number | null;
  accountRowId: number;
  customerRowId: number | null;
  reason: string;
  at: string;
  businessDate: string;
  currency: string;
  rules: string;
  itemCount: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  paidMinor: number;
  pointsTaken: number;
  pointsGiven: number;
  pointsBalanceAfter: number | null;
  journalSeq: number;
  requestHash: Uint8Array;
}>()((b, p) =>
  b.insertInto('refunds').values({
    id: p('id'),
    order_row_id: p('orderRowId'),
    exchange_order_row_id: p('exchangeRowId'),
    receipt_number: p('receiptNumber'),
    series: p('series'),
    number: p('number'),
    shift_row_id: p('shiftRowId'),
    account_row_id: p('accountRowId'),
    customer_row_id: p('customerRowId'),
    reason: p('reason'),
    refunded_at: p('at'),
    business_date: p('businessDate'),
    currency: p('currency'),
    rules: p('rules'),
    item_count: p('itemCount'),
    gross_minor: p('grossMinor'),
    discount_minor: p('discountMinor'),
    net_minor: p('netMinor'),
    tax_minor: p('taxMinor'),
    total_minor: p('totalMinor'),
    cash_rounding_minor: p('cashRoundingMinor'),
    paid_minor: p('paidMinor'),
    points_taken: p('pointsTaken'),
    points_given: p('pointsGiven'),
    points_balance_after: p('pointsBalanceAfter'),
    journal_seq: p('journalSeq'),
    request_hash: p('requestHash'),
  }),
);

export const linkExchange = query<{ refundRowId: number; orderRowId: number }>()((b, p) =>
  b
    .updateTable('refunds')
    .set({ exchange_order_row_id: p('orderRowId') })
    .where('row_id', '=', p('refundRowId')),
);

export const insertRefundLine = query<{
  refundRowId: number;
  position: number;
  lineId: string;
  orderPosition: number | null;
  productRowId: number | null;
  name: string;
  unit: 'each' | 'kg';
  quantityMilli: number;
  unitPriceMinor: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxRates: string;
  restock: number;
}>()((b, p) =>
  b.insertInto('refund_lines').values({
    refund_row_id: p('refundRowId'),
    position: p('position'),
    line_id: p('lineId'),
    order_position: p('orderPosition'),
    product_row_id: p('productRowId'),
    name: p('name'),
    unit: p('unit'),
    quantity_milli: p('quantityMilli'),
    unit_price_minor: p('unitPriceMinor'),
    gross_minor: p('grossMinor'),
    discount_minor: p('discountMinor'),
    net_minor: p('netMinor'),
    tax_minor: p('taxMinor'),
    total_minor: p('totalMinor'),
    tax_rates: p('taxRates'),
    restock: p('restock'),
  }),
);

export const insertRefundTax = query<{
  refundRowId: number;
  position: number;
  name: string;
  ratePpm: number;
  compound: number;
  baseMinor: number;
  taxMinor: number;
}>()((b, p) =>
  b.insertInto('refund_taxes').values({
    refund_row_id: p('refundRowId'),
    position: p('position'),
    name: p('name'),
    rate_ppm: p('ratePpm'),
    compound: p('compound'),
    base_minor: p('baseMinor'),
    tax_minor: p('taxMinor'),
  }),
);

export const insertRefundPayment = query<{
  id: string;
  refundRowId: number;
  kind: TenderKind;
  amountMinor: number;
  reference: string;
  creditId: string | null;
  at: string;
}>()((b, p) =>
  b.insertInto('refund_payments').values((e) => ({
    id: p('id'),
    refund_row_id: p('refundRowId'),
    kind: p('kind'),
    amount_minor: p('amountMinor'),
    reference: p('reference'),
    credit_row_id: e.selectFrom('credits').select('row_id').where('id', '=', p('creditId')),
    at: p('at'),
  })),
);

/** Keeps what came back of a line with it. */
export const addToLine = query<{
  orderRowId: number;
  position: number;
  quantityMilli: number;
  totalMinor: number;
}>()((b, p) =>
  b
    .updateTable('order_lines')
    .set({
      refunded_milli: sql`refunded_milli + ${p('quantityMilli')}`,
      refunded_minor: sql`refunded_minor + ${p('totalMinor')}`,
    })
    .where('order_row_id', '=', p('orderRowId'))
    .where('position', '=', p('position')),
);

/** Keeps what came back of a sale with it; when all of its lines have, it is refunded. One that was voided stays so. */
export const addToOrder = rawQuery<{ orderRowId: number; totalMinor: number }, never>(
  `UPDATE orders SET refunded_minor = refunded_minor + @totalMinor, state = CASE
     WHEN state = 'voided' OR EXISTS (
       SELECT 1 FROM order_lines WHERE order_row_id = @orderRowId AND refunded_milli < quantity_milli)
     THEN state ELSE 'refunded' END
   WHERE row_id = @orderRowId`,
);

export const lineIdInUse = rawQuery<{ lineId: string }, { used: number }>(
  `SELECT 1 AS used FROM stock_movements WHERE id = @lineId
   UNION ALL SELECT 1 FROM refund_lines WHERE line_id = @lineId LIMIT 1`,
);

export const customerForRefund = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id as rowId', 'id', 'code', 'name'])
    .where('row_id', '=', survivingRow(p('id'))),
);

export const productForRefund = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('products')
    .select([
      'row_id as rowId',
      'id',
      'name',
      'unit',
      'price_minor as priceMinor',
      'tax_class_id as taxClassId',
      'tracks_stock as tracksStock',
    ])
    .where('id', '=', p('id')),
);
