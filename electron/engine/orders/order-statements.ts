import { sql } from 'kysely';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { query, rawQuery } from '../db/query.ts';
import { survivingRow } from '../surviving-row.ts';

export const orderByIdentity = query<{ id: string }>()((b, p) =>
  b.selectFrom('orders').select(['row_id', 'request_hash']).where('id', '=', p('id')),
);

/** A product as a sale needs it; its first barcode is printed with the line. */
export const productForSale = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('products')
    .leftJoin('categories', 'categories.row_id', 'products.category_row_id')
    .select((e) => [
      'products.row_id',
      'products.id',
      'products.name',
      'products.sku',
      'products.price_minor',
      'products.tax_class_id',
      'products.unit',
      'products.tracks_stock',
      'products.on_hand_milli',
      'products.points_multiplier_ppm',
      'categories.id as category_id',
      e
        .selectFrom('barcodes')
        .select('code')
        .whereRef('product_row_id', '=', 'products.row_id')
        .orderBy('position')
        .limit(1)
        .as('barcode'),
    ])
    .where('products.id', '=', p('id')),
);

/** A line's id names its stock movement, so it belongs to one sale for ever. */
export const movementById = query<{ id: string }>()((b, p) =>
  b.selectFrom('stock_movements').select('row_id').where('id', '=', p('id')),
);

export const customerForSale = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id', 'id', 'code', 'name', 'points_balance', 'tier_id', 'points_earned_ever', 'erased_at'])
    .where('row_id', '=', survivingRow(p('id'))),
);

export const openShiftForSale = query()((b) =>
  b.selectFrom('shifts').select(['row_id', 'id', 'number']).where('state', '=', 'open'),
);

/** Takes the integer by which the REST dialects name the order; placed and sold orders draw from one series. */
export const takePublicId = rawQuery<Record<never, never>, { last_number: number }>(
  `UPDATE series SET last_number = last_number + 1 WHERE name = 'public-order' RETURNING last_number`,
);

/** Takes the next number of the receipt series: gap-free, because it is part of the sale's own commit. */
export const takeReceiptNumber = rawQuery<Record<never, never>, { letter: string; last_number: number }>(
  `UPDATE series SET last_number = last_number + 1 WHERE name = 'receipt' RETURNING letter, last_number`,
);

export type NewOrder = {
  id: string;
  publicId: number;
  source: 'counter' | 'web';
  receiptNumber: string;
  series: string;
  number: number;
  shiftRowId: number | null;
  accountRowId: number;
  customerRowId: number | null;
  paidAt: string;
  businessDate: string;
  currency: string;
  rules: string;
  taxMode: string;
  itemCount: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  paidMinor: number;
  changeMinor: number;
  pointsEarned: number;
  pointsSpent: number;
  pointsBalanceAfter: number | null;
  journalSeq: number;
  requestHash: Uint8Array;
  tipMinor: number;
  discountReason: string;
};

export const insertOrder = query<NewOrder>()((b, p) =>
  b.insertInto('orders').values({
    id: p('id'),
    public_id: p('publicId'),
    source: p('source'),
    state: sql.lit('paid' as const),
    receipt_number: p('receiptNumber'),
    series: p('series'),
    number: p('number'),
    shift_row_id: p('shiftRowId'),
    account_row_id: p('accountRowId'),
    customer_row_id: p('customerRowId'),
    paid_at: p('paidAt'),
    business_date: p('businessDate'),
    currency: p('currency'),
    rules: p('rules'),
    tax_mode: p('taxMode'),
    item_count: p('itemCount'),
    gross_minor: p('grossMinor'),
    discount_minor: p('discountMinor'),
    net_minor: p('netMinor'),
    tax_minor: p('taxMinor'),
    total_minor: p('totalMinor'),
    cash_rounding_minor: p('cashRoundingMinor'),
    paid_minor: p('paidMinor'),
    change_minor: p('changeMinor'),
    points_earned: p('pointsEarned'),
    points_spent: p('pointsSpent'),
    points_balance_after: p('pointsBalanceAfter'),
    journal_seq: p('journalSeq'),
    request_hash: p('requestHash'),
    tip_minor: p('tipMinor'),
    discount_reason: p('discountReason'),
  }),
);

export const insertLine = query<{
  orderRowId: number;
  position: number;
  lineId: string;
  productRowId: number | null;
  name: string;
  sku: string | null;
  barcode: string | null;
  unit: 'each' | 'kg';
  quantityMilli: number;
  unitPriceMinor: number;
  grossMinor: number;
  discountMinor: number;
  promotionMinor: number;
  rewardMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxRates: string;
  note: string;
  kind: 'product' | 'ad-hoc' | 'gift-card';
  listPriceMinor: number;
  priceReason: string;
  lineDiscountMinor: number;
  orderDiscountMinor: number;
  discountReason: string;
  creditId: string | null;
}>()((b, p) =>
  b.insertInto('order_lines').values({
    order_row_id: p('orderRowId'),
    position: p('position'),
    line_id: p('lineId'),
    product_row_id: p('productRowId'),
    name: p('name'),
    sku: p('sku'),
    barcode: p('barcode'),
    unit: p('unit'),
    quantity_milli: p('quantityMilli'),
    unit_price_minor: p('unitPriceMinor'),
    gross_minor: p('grossMinor'),
    discount_minor: p('discountMinor'),
    promotion_minor: p('promotionMinor'),
    reward_minor: p('rewardMinor'),
    net_minor: p('netMinor'),
    tax_minor: p('taxMinor'),
    total_minor: p('totalMinor'),
    tax_rates: p('taxRates'),
    note: p('note'),
    kind: p('kind'),
    list_price_minor: p('listPriceMinor'),
    price_reason: p('priceReason'),
    line_discount_minor: p('lineDiscountMinor'),
    order_discount_minor: p('orderDiscountMinor'),
    discount_reason: p('discountReason'),
    credit_row_id: b.selectFrom('credits').select('row_id').where('id', '=', p('creditId')),
  }),
);

export const insertTax = query<{
  orderRowId: number;
  position: number;
  name: string;
  ratePpm: number;
  compound: number;
  baseMinor: number;
  taxMinor: number;
}>()((b, p) =>
  b.insertInto('order_taxes').values({
    order_row_id: p('orderRowId'),
    position: p('position'),
    name: p('name'),
    rate_ppm: p('ratePpm'),
    compound: p('compound'),
    base_minor: p('baseMinor'),
    tax_minor: p('taxMinor'),
  }),
);

export const insertPayment = query<{
  id: string;
  orderRowId: number;
  kind: TenderKind;
  amountMinor: number;
  tenderedMinor: number;
  changeMinor: number;
  reference: string;
  last4: string;
  at: string;
  creditId: string | null;
}>()((b, p) =>
  b.insertInto('payments').values({
    id: p('id'),
    order_row_id: p('orderRowId'),
    kind: p('kind'),
    state: sql.lit('completed' as const),
    amount_minor: p('amountMinor'),
    tendered_minor: p('tenderedMinor'),
    change_minor: p('changeMinor'),
    reference: p('reference'),
    last4: p('last4'),
    at: p('at'),
    credit_row_id: b.selectFrom('credits').select('row_id').where('id', '=', p('creditId')),
  }),
);
