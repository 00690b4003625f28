import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { writeCredit } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { moveStock } from '../stock/index.ts';
import { withOwnNumber } from './foreign-receipt-number.ts';
import type { ReceiptNumber } from './next-receipt-number.ts';
import { insertLine, insertOrder, insertPayment, insertTax } from './order-statements.ts';
import { writeCustomerOfSale } from './write-customer-of-sale.ts';

/** What the rows of a sale hold beside the figures of its entry. */
export type SaleRows = ReceiptNumber & {
  publicId: number;
  /** Null: of no shift, or of another till's. */
  shiftRowId: number | null;
  accountRowId: number;
  customerRowId: number | null;
  /** In the order of the lines. */
  lines: readonly { productRowId: number | null; name: string }[];
  pointsBalanceAfter: number | null;
  requestHash: Uint8Array;
  entry: { seq: number; at: string; businessDate: string; actor: string };
};

/** Writes everything that a sale's entry tells: order, lines, stock, taxes, payments, offers, points, credits. Gives its row. */
export function writeSale(
  context: EngineContext,
  tx: WritableDatabase,
  body: SaleBody,
  rows: SaleRows,
): number {
  const orderRowId = writeOrder(tx, body, rows);
  writeLines(tx, body, rows, orderRowId);
  const { seq: journalSeq, at, actor } = rows.entry;
  for (const [position, tax] of body.taxes.entries()) {
    const { compound, ...figures } = tax;
    tx.run(insertTax, { orderRowId, position, compound: compound ? 1 : 0, ...figures });
  }
  for (const { paymentId, ...payment } of body.payments)
    tx.run(insertPayment, { id: paymentId, orderRowId, at, ...payment });
  writeCustomerOfSale(context, tx, body, {
    orderRowId,
    customerRowId: rows.customerRowId,
    entry: rows.entry,
  });
  const reason = `Sale ${body.receiptNumber}`;
  for (const fact of body.credits)
    writeCredit(context, tx, fact, { orderRowId, reason, actor, journalSeq, at });
  return orderRowId;
}

function writeOrder(tx: WritableDatabase, body: SaleBody, rows: SaleRows): number {
  const { entry, receiptNumber, series, number, publicId, shiftRowId, accountRowId, customerRowId } = rows;
  const values = {
    id: body.orderId,
    publicId,
    source: body.source,
    receiptNumber,
    series,
    number,
    shiftRowId,
    accountRowId,
    customerRowId,
    paidAt: entry.at,
    businessDate: entry.businessDate,
    currency: body.currency,
    rules: JSON.stringify(body.rules),
    taxMode: body.rules.taxMode,
    itemCount: body.itemCount,
    grossMinor: body.grossMinor,
    discountMinor: body.discountMinor,
    netMinor: body.netMinor,
    taxMinor: body.taxMinor,
    totalMinor: body.totalMinor,
    cashRoundingMinor: body.cashRoundingMinor,
    paidMinor: body.paidMinor,
    changeMinor: body.changeMinor,
    pointsEarned: body.points?.earned ?? 0,
    pointsSpent: body.points?.spent ?? 0,
    pointsBalanceAfter: rows.pointsBalanceAfter,
    journalSeq: entry.seq,
    requestHash: rows.requestHash,
    tipMinor: body.tipMinor,
    discountReason: body.discountReason,
  };
  const insert = () => tx.run(insertOrder, values).rowId;
  return entry.seq > 0 ? withOwnNumber(tx, receiptNumber, insert) : insert();
}

function writeLines(tx: WritableDatabase, body: SaleBody, rows: SaleRows, orderRowId: number): void {
  const { accountRowId, entry } = rows;
  for (const [position, line] of body.lines.entries()) {
    const { productRowId = null, name = '' } = rows.lines[position] ?? {};
    tx.run(insertLine, {
      orderRowId,
      position,
      lineId: line.lineId,
      productRowId,
      name,
      sku: line.sku,
      barcode: line.barcode,
      unit: line.unit,
      quantityMilli: line.quantityMilli,
      unitPriceMinor: line.unitPriceMinor,
      grossMinor: line.grossMinor,
      discountMinor: line.discountMinor,
      promotionMinor: line.promotionMinor,
      rewardMinor: line.rewardMinor,
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      totalMinor: line.totalMinor,
      taxRates: JSON.stringify(line.taxRates),
      note: line.note,
      kind: line.kind,
      listPriceMinor: line.listPriceMinor,
      priceReason: line.priceReason,
      lineDiscountMinor: line.lineDiscountMinor,
      orderDiscountMinor: line.orderDiscountMinor,
      discountReason: line.discountReason,
      creditId: line.creditId,
    });
    if (!line.movesStock || productRowId === null) continue;
    moveStock(tx, {
      id: line.lineId,
      productRowId,
      kind: 'sale',
      quantityMilli: -line.quantityMilli,
      reason: '',
      orderRowId,
      accountRowId,
      at: entry.at,
    });
  }
}
