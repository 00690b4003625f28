import type { Order, OrderCommitted } from '../../../shared/api/orders.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { opensDrawer } from '../../../shared/domain/opens-drawer.ts';
import type { EngineContext } from '../context.ts';
import { openCredit } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { enqueuePaper } from '../print-queue/index.ts';
import type { DecidedSale } from './decided-sale.ts';
import { takePublicId } from './order-statements.ts';
import { nextReceiptNumber } from './next-receipt-number.ts';
import { orderOf } from './order-of.ts';
import { printGiftCards } from './print-gift-cards.ts';
import { saleBody } from './sale-body.ts';
import { writeSale } from './write-sale.ts';

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
  const orderRowId = writeSale(context, tx, body, {
    ...number,
    publicId,
    shiftRowId: shift?.row_id ?? null,
    accountRowId: seller.accountRowId,
    customerRowId: customer?.row_id ?? null,
    lines: sale.lines.map(({ product, name }) => ({ productRowId: product?.row_id ?? null, name })),
    pointsBalanceAfter: balanceAfter(sale),
    requestHash: sale.requestHash,
    entry: { ...entry, actor: seller.accountId },
  });
  printGiftCards(context, tx, body, orderRowId);
  const order = orderOf(body, {
    publicId,
    receiptNumber,
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
