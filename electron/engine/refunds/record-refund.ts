import type { RefundBody } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import { writeCredit } from '../credits/index.ts';
import { changeSpent } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, type Appended } from '../journal/index.ts';
import { nextReceiptNumber } from '../orders/index.ts';
import { moveStock } from '../stock/index.ts';
import type { DecidedRefund, RefundCommitInput } from './decided-refund.ts';
import { recordedPayouts, refundBody } from './refund-body.ts';
import { creditForPayout, creditsOfRefund } from './refund-credits.ts';
import { reversePointsOf, type ReversedPoints } from './refund-points.ts';
import {
  addToLine,
  addToOrder,
  insertRefund,
  insertRefundLine,
  insertRefundPayment,
  insertRefundTax,
} from './refund-statements.ts';

/** `approvalIds`: those that the refund took. */
type Asked = { input: RefundCommitInput; actor: Actor; requestHash: Uint8Array; approvalIds: string[] };

/** Writes a decided refund, inside its commit; gives its row. Nothing here can refuse it any more. */
export function recordRefund(
  context: EngineContext,
  tx: WritableDatabase,
  decided: DecidedRefund,
  asked: Asked,
): number {
  const { input, actor, requestHash, approvalIds } = asked;
  const { sale, priced, shift, customer } = decided;
  const number = nextReceiptNumber(context, tx);
  const { receiptNumber } = number;
  const refundedMinor =
    priced.totalMinor + (sale?.paidBack.reduce((sum, refund) => sum + refund.totalMinor, 0) ?? 0);
  const document = { id: input.id, refundedMinor, description: `Refund ${receiptNumber}` };
  const points = sale === null ? null : reversePointsOf(context, tx, sale, document, actor.accountId);
  const payments = recordedPayouts(context, decided, creditForPayout(context, tx, decided, actor.accountId));
  const body = refundBody(input, decided, {
    receiptNumber,
    cashierId: actor.accountId,
    approvalIds,
    payments,
    points: points === null ? null : { taken: points.taken, given: points.given },
    credits: creditsOfRefund(input.id, payments, decided),
  });
  const entry = append(context, tx, { kind: 'refund.committed', body, actor: actor.accountId });
  const { rowId } = tx.run(insertRefund, {
    ...figuresOf(body, points),
    ...number,
    orderRowId: sale?.rowId ?? null,
    shiftRowId: shift.rowId,
    accountRowId: actor.accountRowId,
    customerRowId: customer?.rowId ?? null,
    at: entry.at,
    businessDate: entry.businessDate,
    journalSeq: entry.seq,
    requestHash,
  });
  recordLines(tx, decided, body, { refundRowId: rowId, accountRowId: actor.accountRowId, at: entry.at });
  recordMoney(context, tx, body, { refundRowId: rowId, entry });
  if (sale !== null && customer !== null) {
    changeSpent(tx, { customerRowId: customer.rowId, visits: 0, spentMinor: 0 - body.totalMinor });
  }
  return rowId;
}

function figuresOf(body: RefundBody, points: ReversedPoints | null) {
  const { grossMinor, discountMinor, netMinor, taxMinor, totalMinor, cashRoundingMinor, paidMinor } = body;
  return {
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
    pointsTaken: points?.taken ?? 0,
    pointsGiven: points?.given ?? 0,
    pointsBalanceAfter: points?.balanceAfter ?? null,
  };
}

function recordLines(
  tx: WritableDatabase,
  { sale, lines }: DecidedRefund,
  body: RefundBody,
  { refundRowId, accountRowId, at }: { refundRowId: number; accountRowId: number; at: string },
): void {
  for (const [position, told] of body.lines.entries()) {
    const line = lines[position];
    if (line === undefined) throw new Error('a line was not decided');
    const { productRowId, name } = line;
    const { taxRates, restock, productId: _, ...figures } = told;
    const stored = { ...figures, name, productRowId, taxRates: JSON.stringify(taxRates) };
    tx.run(insertRefundLine, { ...stored, refundRowId, position, restock: restock ? 1 : 0 });
    const { orderPosition, quantityMilli, totalMinor, lineId } = told;
    const orderRowId = sale?.rowId ?? null;
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
      at,
    });
  }
  if (sale !== null) tx.run(addToOrder, { orderRowId: sale.rowId, totalMinor: body.totalMinor });
}

function recordMoney(
  context: EngineContext,
  tx: WritableDatabase,
  body: RefundBody,
  { refundRowId, entry }: { refundRowId: number; entry: Appended },
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
