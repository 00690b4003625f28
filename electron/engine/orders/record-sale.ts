import type { Order, OrderCommitted } from '../../../shared/api/orders.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { opensDrawer } from '../../../shared/domain/opens-drawer.ts';
import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { openCredit } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, type Appended } from '../journal/index.ts';
import { enqueuePaper } from '../print-queue/index.ts';
import { moveStock } from '../stock/index.ts';
import type { DecidedSale } from './decided-sale.ts';
import { insertLine, insertOrder, insertPayment, insertTax, takePublicId } from './order-statements.ts';
import { nextReceiptNumber, type ReceiptNumber } from './next-receipt-number.ts';
import { orderOf } from './order-of.ts';
import { recordCredits } from './record-credits.ts';
import { recordCustomer } from './record-customer.ts';
import { saleBody } from './sale-body.ts';

/** Writes a decided sale, inside its commit. Nothing here can refuse it any more. */
export function recordSale(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
): { order: Order; orderRowId: number; print: OrderCommitted['print'] } {
  const number = nextReceiptNumber(context, tx);
  const { receiptNumber } = number;
  const publicId = sale.publicId ?? tx.first(takePublicId)?.last_number;
  if (publicId === undefined) throw new Error('a series of numbers is missing');
  const { customer, seller, shift } = sale;
  for (const opens of sale.opens) openCredit(context, tx, opens, seller.accountId);
  const body = saleBody(context, sale, { receiptNumber, publicId });
  const lineNames = sale.lines.map(({ name }) => name);
  const entry = append(context, tx, {
    kind: 'sale.committed',
    body,
    ...(sale.source === 'web' ? { personal: { lineNames } } : {}),
    actor: seller.accountId,
  });
  const orderRowId = recordOrder(tx, sale, body, entry, number);
  const where = { orderRowId, accountRowId: seller.accountRowId, at: entry.at };
  recordLines(tx, sale, body, where);
  recordTaxesAndPayments(tx, body, where);
  recordCustomer(context, tx, sale, body, { orderRowId, entry });
  recordCredits(context, tx, body, { orderRowId, entry: { ...entry, actor: seller.accountId } });
  const order = orderOf(body, {
    publicId,
    state: 'paid',
    paidAt: entry.at,
    businessDate: entry.businessDate,
    cashier: seller.displayName,
    customer: customer === null ? null : { id: customer.id, code: customer.code, name: customer.name },
    shiftNumber: shift?.number ?? null,
    pointsBalanceAfter: balanceAfter(sale),
    hash: entry.hash,
    lineNames,
    refundedMinor: 0,
    refunds: [],
    voided: null,
  });
  return { order, orderRowId, print: printReceipt(context, tx, sale, orderRowId) };
}

function balanceAfter({ customer, points }: DecidedSale): number | null {
  if (customer === null) return null;
  return addMinor(customer.points_balance, ...points.map((entry) => entry.points));
}

function recordOrder(
  tx: WritableDatabase,
  sale: DecidedSale,
  body: SaleBody,
  entry: Appended,
  { series, number }: ReceiptNumber,
): number {
  return tx.run(insertOrder, {
    id: sale.orderId,
    publicId: body.publicId,
    source: body.source,
    receiptNumber: body.receiptNumber,
    series,
    number,
    shiftRowId: sale.shift?.row_id ?? null,
    accountRowId: sale.seller.accountRowId,
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
    pointsEarned: body.points?.earned ?? 0,
    pointsSpent: body.points?.spent ?? 0,
    pointsBalanceAfter: balanceAfter(sale),
    journalSeq: entry.seq,
    requestHash: sale.requestHash,
    tipMinor: body.tipMinor,
    discountReason: body.discountReason,
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
      productRowId: product?.row_id ?? null,
      name: decided.name,
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
    if (!line.movesStock || product === null) continue;
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

function recordTaxesAndPayments(tx: WritableDatabase, body: SaleBody, { orderRowId, at }: Where): void {
  for (const [position, tax] of body.taxes.entries()) {
    const { compound, ...figures } = tax;
    tx.run(insertTax, { orderRowId, position, compound: compound ? 1 : 0, ...figures });
  }
  for (const { paymentId, ...payment } of body.payments)
    tx.run(insertPayment, { id: paymentId, orderRowId, at, ...payment });
}

function printReceipt(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  orderRowId: number,
): OrderCommitted['print'] {
  const { printer, receipt } = context.settings();
  if (printer.kind === 'none') return 'no-printer';
  const openDrawer = opensDrawer(printer, sale.settlement.tenders);
  if (sale.print ?? receipt.printAutomatically) {
    enqueuePaper(context, tx, { kind: 'receipt', orderRowId, openDrawer });
    return 'queued';
  }
  // Without paper the drawer still has to open for the change.
  if (openDrawer) enqueuePaper(context, tx, { kind: 'drawer', orderRowId, openDrawer });
  return 'off';
}
