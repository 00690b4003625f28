import type { OrderCommitted } from '../../../shared/api/orders.ts';
import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import { recordVisit } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, type Appended } from '../journal/index.ts';
import { earnPoints } from '../loyalty/index.ts';
import { enqueueReceipt } from '../print-queue/index.ts';
import { moveStock } from '../stock/index.ts';
import type { OrderCommitInput } from './commit-order.ts';
import type { DecidedSale } from './decide-sale.ts';
import {
  insertLine,
  insertOrder,
  insertPayment,
  insertTax,
  takePublicId,
  takeReceiptNumber,
} from './order-statements.ts';
import { orderOf } from './order-of.ts';
import { saleBody } from './sale-body.ts';

export type SaleAsked = { input: OrderCommitInput; actor: Actor; requestHash: Uint8Array };

/** Writes a decided sale, inside its commit. Nothing here can refuse it any more. */
export function recordSale(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  asked: SaleAsked,
): Omit<OrderCommitted, 'repeated'> {
  const taken = tx.first(takeReceiptNumber);
  const numbered = tx.first(takePublicId);
  if (taken === undefined || numbered === undefined) throw new Error('a series of numbers is missing');
  const { storeCode, registerCode } = context.identity();
  const receiptNumber = `${storeCode}-${registerCode}-${taken.letter}-${String(taken.last_number).padStart(6, '0')}`;

  const body = saleBody(context, sale, asked, { receiptNumber, publicId: numbered.last_number });
  const entry = append(context, tx, { kind: 'sale.committed', body, actor: asked.actor.accountId });
  const orderRowId = recordOrder(tx, sale, asked, body, entry, taken);
  recordLines(tx, sale, body, { orderRowId, accountRowId: asked.actor.accountRowId, at: entry.at });
  recordTaxesAndPayments(tx, body, orderRowId, entry.at);
  recordCustomer(context, tx, sale, body, orderRowId, entry.at);
  const { customer } = sale;
  const order = orderOf(body, {
    publicId: body.publicId,
    state: 'paid',
    paidAt: entry.at,
    businessDate: entry.businessDate,
    cashier: asked.actor.displayName,
    customer: customer === null ? null : { id: customer.id, code: customer.code, name: customer.name },
    shiftNumber: sale.shift.number,
    pointsBalanceAfter: balanceAfter(sale),
    hash: entry.hash,
  });
  return { order, print: enqueuePaper(context, tx, sale, asked, orderRowId) };
}

function balanceAfter({ customer, points }: DecidedSale): number | null {
  return customer === null ? null : customer.points_balance + points;
}

function recordOrder(
  tx: WritableDatabase,
  sale: DecidedSale,
  { input, actor, requestHash }: SaleAsked,
  body: SaleBody,
  entry: Appended,
  taken: { letter: string; last_number: number },
): number {
  return tx.run(insertOrder, {
    id: input.id,
    publicId: body.publicId,
    source: body.source,
    receiptNumber: body.receiptNumber,
    series: taken.letter,
    number: taken.last_number,
    shiftRowId: sale.shift.row_id,
    accountRowId: actor.accountRowId,
    customerRowId: sale.customer?.row_id ?? null,
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
    pointsEarned: sale.points,
    pointsSpent: 0,
    pointsBalanceAfter: balanceAfter(sale),
    journalSeq: entry.seq,
    requestHash,
  }).rowId;
}

type Where = { orderRowId: number; accountRowId: number; at: string };

function recordLines(
  tx: WritableDatabase,
  sale: DecidedSale,
  body: SaleBody,
  { orderRowId, accountRowId, at }: Where,
): void {
  for (const [position, line] of body.lines.entries()) {
    const decided = sale.lines[position];
    if (decided === undefined) throw new Error('a line was not decided');
    const { product } = decided;
    tx.run(insertLine, {
      orderRowId,
      position,
      lineId: line.lineId,
      productRowId: product.row_id,
      name: line.name,
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
    });
    if (!line.movesStock) continue;
    moveStock(tx, {
      id: line.lineId,
      productRowId: product.row_id,
      kind: 'sale',
      quantityMilli: -line.quantityMilli,
      reason: '',
      orderRowId,
      accountRowId,
      at,
    });
  }
}

function recordTaxesAndPayments(tx: WritableDatabase, body: SaleBody, orderRowId: number, at: string): void {
  for (const [position, tax] of body.taxes.entries()) {
    const { compound, ...figures } = tax;
    tx.run(insertTax, { orderRowId, position, compound: compound ? 1 : 0, ...figures });
  }
  for (const { paymentId, ...payment } of body.payments)
    tx.run(insertPayment, { id: paymentId, orderRowId, at, ...payment });
}

function recordCustomer(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  body: SaleBody,
  orderRowId: number,
  at: string,
): void {
  if (sale.customer === null) return;
  const customerRowId = sale.customer.row_id;
  for (const { key, points } of body.points?.entries ?? []) {
    earnPoints(context, tx, {
      customerRowId,
      orderRowId,
      key,
      points,
      description: `Purchase ${body.receiptNumber}`,
      at,
    });
  }
  recordVisit(tx, { customerRowId, spentMinor: body.totalMinor, at });
}

function enqueuePaper(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  { input }: SaleAsked,
  orderRowId: number,
): OrderCommitted['print'] {
  const { printer, receipt } = context.settings();
  if (printer.kind === 'none') return 'no-printer';
  const paid = sale.settlement.tenders;
  const openDrawer = printer.openDrawer && paid.some((tender) => tender.kind === 'cash');
  if (input.print ?? receipt.printAutomatically) {
    enqueueReceipt(context, tx, { kind: 'receipt', orderRowId, openDrawer });
    return 'queued';
  }
  // Without paper the drawer still has to open for the change.
  if (openDrawer) enqueueReceipt(context, tx, { kind: 'drawer', orderRowId, openDrawer });
  return 'off';
}
