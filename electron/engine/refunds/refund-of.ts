import type { Refund, RefundSummary } from '../../../shared/api/refunds.ts';
import type { RefundBody } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { refundById, refundLineNames, type RefundRow } from './read-statements.ts';

/** A refund, whole, or null: the figures of its journal entry, with today's names. */
export function getRefund(db: ReadableDatabase, id: string): Refund | null {
  const row = db.first(refundById, { id });
  if (row === undefined) return null;
  const body = JSON.parse(row.body) as RefundBody;
  const names = db.all(refundLineNames, { refundRowId: row.rowId });
  return {
    ...refundSummaryOf(row),
    currency: body.currency,
    taxMode: body.rules.taxMode,
    grossMinor: body.grossMinor,
    discountMinor: body.discountMinor,
    netMinor: body.netMinor,
    taxMinor: body.taxMinor,
    cashRoundingMinor: body.cashRoundingMinor,
    pointsTaken: body.points?.taken ?? 0,
    pointsGiven: body.points?.given ?? 0,
    pointsBalanceAfter: row.pointsBalanceAfter,
    shiftNumber: row.shiftNumber,
    journalHead: Buffer.from(row.hash.buffer, row.hash.byteOffset, 4).toString('hex'),
    lines: body.lines.map(({ taxRates: _, ...line }, index) => ({
      ...line,
      name: names[index]?.name ?? line.name,
    })),
    taxes: body.taxes,
    payments: body.payments.map(({ paymentId, ...payment }) => ({ id: paymentId, ...payment })),
  };
}

export function refundSummaryOf(row: RefundRow): RefundSummary {
  const { exchangeOrderId, exchangeReceiptNumber, customerId, customerCode, customerName } = row;
  return {
    id: row.id,
    receiptNumber: row.receiptNumber,
    orderId: row.orderId,
    orderReceiptNumber: row.orderReceiptNumber,
    exchange:
      exchangeOrderId === null || exchangeReceiptNumber === null
        ? null
        : { orderId: exchangeOrderId, receiptNumber: exchangeReceiptNumber },
    refundedAt: row.refundedAt,
    businessDate: row.businessDate,
    cashier: row.cashier,
    customer:
      customerId === null || customerCode === null || customerName === null
        ? null
        : { id: customerId, code: customerCode, name: customerName },
    reason: row.reason,
    itemCount: row.itemCount,
    totalMinor: row.totalMinor,
    paidMinor: row.paidMinor,
  };
}
