import type { RefundBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { writeCredit } from '../credits/index.ts';
import { changeSpent } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { withOwnNumber, type ReceiptNumber } from '../orders/index.ts';
import { moveStock } from '../stock/index.ts';
import {
  addToLine,
  addToOrder,
  insertRefund,
  insertRefundLine,
  insertRefundPayment,
  insertRefundTax,
} from './refund-statements.ts';

/** What the rows of a refund hold beside the figures of its entry. */
export type RefundRows = ReceiptNumber & {
  /** The sale that it is of; null without a receipt. */
  sale: { rowId: number; isVoided: boolean } | null;
  exchangeRowId: number | null;
  /** Null: of another till's shift. */
  shiftRowId: number | null;
  accountRowId: number;
  customerRowId: number | null;
  /** In the order of the lines. */
  lines: readonly { productRowId: number | null; name: string }[];
  pointsBalanceAfter: number | null;
  requestHash: Uint8Array;
  entry: { seq: number; at: string; businessDate: string };
};

/** Writes everything that a refund's entry tells: rows, stock, payouts, credits, what came back of its sale. Gives its row. */
export function writeRefund(
  context: EngineContext,
  tx: WritableDatabase,
  body: RefundBody,
  rows: RefundRows,
): number {
  const refundRowId = writeDocument(tx, body, rows);
  writeLines(tx, body, rows, refundRowId);
  writeMoney(context, tx, body, { refundRowId, entry: rows.entry });
  const { sale, customerRowId } = rows;
  if (sale !== null && !sale.isVoided && customerRowId !== null)
    changeSpent(tx, { customerRowId, visits: 0, spentMinor: 0 - body.totalMinor });
  return refundRowId;
}

function writeDocument(tx: WritableDatabase, body: RefundBody, rows: RefundRows): number {
  const { grossMinor, discountMinor, netMinor, taxMinor, totalMinor, cashRoundingMinor, paidMinor } = body;
  const { receiptNumber, series, number, entry } = rows;
  const values = {
    id: body.refundId,
    reason: body.reason,
    currency: body.currency,
    rules: JSON.stringify(body.rules),
    itemCount: body.itemCount,
    grossMinor,
    discountMinor,
    netMinor,
    taxMinor,
    totalMinor,
    cashRoundingMinor,
    paidMinor,
    pointsTaken: body.points?.taken ?? 0,
    pointsGiven: body.points?.given ?? 0,
    pointsBalanceAfter: rows.pointsBalanceAfter,
    receiptNumber,
    series,
    number,
    orderRowId: rows.sale?.rowId ?? null,
    exchangeRowId: rows.exchangeRowId,
    shiftRowId: rows.shiftRowId,
    accountRowId: rows.accountRowId,
    customerRowId: rows.customerRowId,
    at: entry.at,
    businessDate: entry.businessDate,
    journalSeq: entry.seq,
    requestHash: rows.requestHash,
  };
  const insert = () => tx.run(insertRefund, values).rowId;
  return entry.seq > 0 ? withOwnNumber(tx, receiptNumber, insert) : insert();
}

function writeLines(tx: WritableDatabase, body: RefundBody, rows: RefundRows, refundRowId: number): void {
  const { accountRowId, entry, sale } = rows;
  const orderRowId = sale?.rowId ?? null;
  for (const [position, told] of body.lines.entries()) {
    const { productRowId = null, name = '' } = rows.lines[position] ?? {};
    const { taxRates, restock, productId: _, ...figures } = told;
    const stored = { ...figures, name, productRowId, taxRates: JSON.stringify(taxRates) };
    tx.run(insertRefundLine, { ...stored, refundRowId, position, restock: restock ? 1 : 0 });
    const { orderPosition, quantityMilli, totalMinor, lineId } = told;
    if (orderRowId !== null && orderPosition !== null) {
      tx.run(addToLine, { orderRowId, position: orderPosition, quantityMilli, totalMinor });
    }
    if (!restock || productRowId === null) continue;
    moveStock(tx, {
      id: lineId,
      productRowId,
      kind: 'refund',
      quantityMilli,
      reason: body.reason,
      orderRowId,
      accountRowId,
      at: entry.at,
    });
  }
  if (orderRowId !== null) tx.run(addToOrder, { orderRowId, totalMinor: body.totalMinor });
}

function writeMoney(
  context: EngineContext,
  tx: WritableDatabase,
  body: RefundBody,
  { refundRowId, entry }: { refundRowId: number; entry: RefundRows['entry'] },
): void {
  for (const [position, { compound, ...tax }] of body.taxes.entries()) {
    tx.run(insertRefundTax, { refundRowId, position, compound: compound ? 1 : 0, ...tax });
  }
  for (const { paymentId: id, ...payment } of body.payments) {
    tx.run(insertRefundPayment, { id, refundRowId, at: entry.at, ...payment });
  }
  for (const fact of body.credits) {
    writeCredit(context, tx, fact, {
      refundRowId,
      reason: `Refund ${body.receiptNumber}`,
      actor: body.cashierId,
      journalSeq: entry.seq,
      at: entry.at,
    });
  }
}
