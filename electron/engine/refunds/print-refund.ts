import { failure } from '../../../shared/api/failures.ts';
import type { Order, PrintJob } from '../../../shared/api/orders.ts';
import type { Refund, RefundCommitted } from '../../../shared/api/refunds.ts';
import { opensDrawer } from '../../../shared/domain/opens-drawer.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { refundReceiptBlocks, voidSlipBlocks } from '../../../shared/domain/refund-receipt.ts';
import { receiptTime } from '../../../shared/domain/receipt-time.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { approveReprint } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { getOrder } from '../orders/index.ts';
import { enqueuePaper, getPrintJob } from '../print-queue/index.ts';
import { paperMoney } from '../../../shared/domain/paper-money.ts';
import { receiptShopOf } from '../receipts/index.ts';
import { madeElsewhere, paperPrinted } from './read-statements.ts';
import { getRefund } from './refund-of.ts';

type Paper = { kind: 'refund' | 'slip'; id: string; title: string; blocks: ReceiptBlock[] };
type Wanted = {
  orderRowId: number | null;
  wanted: boolean | undefined;
  payments: readonly Refund['payments'][number][] | Order['payments'];
};

/** Prints a paper with its own commit: the drawer opens if money goes out of it, also without paper. */
export function printAtOnce(
  context: EngineContext,
  tx: WritableDatabase,
  { kind, title, blocks }: Omit<Paper, 'id'>,
  { orderRowId, wanted, payments }: Wanted,
): RefundCommitted['print'] {
  const { printer, receipt } = context.settings();
  if (printer.kind === 'none') return 'no-printer';
  const openDrawer = opensDrawer(printer, payments);
  if (wanted ?? receipt.printAutomatically) {
    enqueuePaper(context, tx, { kind, title, blocks, orderRowId, openDrawer });
    return 'queued';
  }
  if (openDrawer) enqueuePaper(context, tx, { kind: 'drawer', orderRowId, openDrawer });
  return 'off';
}

/** The receipt of a refund, with the shop as its settings are now. */
export function renderRefund(context: EngineContext, refund: Refund, copy: boolean): ReceiptBlock[] {
  const { shop, options } = paperOf(context, refund.currency, refund.refundedAt, copy);
  return refundReceiptBlocks(refund, shop, options);
}

/** The slip of a void. */
export function renderVoid(
  context: EngineContext,
  order: Order,
  voided: NonNullable<Order['voided']>,
  copy: boolean,
): ReceiptBlock[] {
  const { shop, options } = paperOf(context, order.currency, voided.at, copy);
  return voidSlipBlocks(order, voided, shop, options);
}

export const refundTitle = ({ receiptNumber }: Pick<Refund, 'receiptNumber'>): string =>
  `Refund ${receiptNumber}`;
export const voidTitle = ({ slipNumber }: { slipNumber: number }): string => `Void slip ${slipNumber}`;

/** Prints a refund's receipt again; marked as a copy unless it is this till's and was not printed before. Fails with `refund-unknown`. */
export function reprintRefund(
  context: EngineContext,
  refundId: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<PrintJob, Failure>> {
  return reprint(context, { actor, approvalIds }, (db) => {
    const refund = getRefund(db, refundId);
    if (refund === null) return fail(failure('refund-unknown'));
    const title = refundTitle(refund);
    const copy = isCopy(db, refundId, title);
    return ok({ kind: 'refund', id: refundId, title, copy, blocks: renderRefund(context, refund, copy) });
  });
}

/** Prints the slip of a void again, as `reprintRefund` does. Fails with `order-unknown`. */
export function reprintVoid(
  context: EngineContext,
  orderId: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<PrintJob, Failure>> {
  return reprint(context, { actor, approvalIds }, (db) => {
    const order = getOrder(db, orderId);
    if (order === null || order.voided === null) return fail(failure('order-unknown'));
    const { voided } = order;
    const title = voidTitle(voided);
    const copy = isCopy(db, voided.id, title);
    return ok({ kind: 'slip', id: voided.id, title, copy, blocks: renderVoid(context, order, voided, copy) });
  });
}

async function reprint(
  context: EngineContext,
  by: { actor: Actor; approvalIds: readonly string[] },
  find: (db: ReadableDatabase) => Result<Paper & { copy: boolean }, Failure>,
): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write((tx) => {
    const found = find(tx);
    if (!found.ok) return found;
    const { kind, id, title, copy, blocks } = found.value;
    if (copy) {
      const approved = approveReprint(context, tx, id, by);
      if (!approved.ok) return approved;
      const body = { kind, id, title, approvalIds: approved.value };
      append(context, tx, { kind: 'paper.reprinted', body, actor: by.actor.accountId });
    }
    return ok(enqueuePaper(context, tx, { kind, title, blocks, orderRowId: null, openDrawer: false }));
  });
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}

function isCopy(db: ReadableDatabase, id: string, title: string): boolean {
  return db.first(madeElsewhere, { id }) !== undefined || db.first(paperPrinted, { title }) !== undefined;
}

function paperOf(context: EngineContext, currency: string, at: string, copy: boolean) {
  const settings = context.settings();
  const shop = receiptShopOf(settings, currency);
  const dateTime = receiptTime(Date.parse(at), settings.shop.timeZone);
  return { shop, options: { copy, dateTime, money: paperMoney(settings.shop.locale, shop.currency) } };
}
