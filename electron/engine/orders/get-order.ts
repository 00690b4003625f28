import type { Order } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { summaryWith } from './order-summary.ts';
import { orderDetails, orderLines, orderPayments, orderTaxes } from './read-statements.ts';

/** A sale, whole, or null. */
export function getOrder(db: ReadableDatabase, id: string): Order | null {
  const row = db.first(orderDetails, { id });
  if (row === undefined) return null;
  const orderRowId = row.row_id;
  const payments = db.all(orderPayments, { orderRowId });
  return {
    ...summaryWith(row, payments),
    grossMinor: row.gross_minor,
    discountMinor: row.discount_minor,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    taxMode: row.tax_mode === 'exclusive' ? 'exclusive' : 'inclusive',
    currency: row.currency,
    cashRoundingMinor: row.cash_rounding_minor,
    paidMinor: row.paid_minor,
    changeMinor: row.change_minor,
    pointsEarned: row.points_earned,
    pointsBalanceAfter: row.points_balance_after,
    journalHead: Buffer.from(row.hash).toString('hex', 0, 4),
    shiftNumber: row.shift_number,
    lines: db.all(orderLines, { orderRowId }).map((line) => ({
      lineId: line.line_id,
      position: line.position,
      productId: line.product_id,
      name: line.name,
      sku: line.sku,
      barcode: line.barcode,
      unit: line.unit,
      quantityMilli: line.quantity_milli,
      unitPriceMinor: line.unit_price_minor,
      grossMinor: line.gross_minor,
      discountMinor: line.discount_minor,
      netMinor: line.net_minor,
      taxMinor: line.tax_minor,
      totalMinor: line.total_minor,
      note: line.note,
    })),
    taxes: db.all(orderTaxes, { orderRowId }).map((tax) => ({
      name: tax.name,
      ratePpm: tax.rate_ppm,
      compound: tax.compound === 1,
      baseMinor: tax.base_minor,
      taxMinor: tax.tax_minor,
    })),
    payments: payments.map((payment) => ({
      id: payment.id,
      kind: payment.kind,
      amountMinor: payment.amount_minor,
      tenderedMinor: payment.tendered_minor,
      changeMinor: payment.change_minor,
      reference: payment.reference,
      last4: payment.last4,
      state: payment.state,
    })),
  };
}
