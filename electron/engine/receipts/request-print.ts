import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { enqueuePaper, getPrintJob, hasReceiptJob } from '../print-queue/index.ts';

const orderToPrint = query<{ id: string }>()((b, p) =>
  b.selectFrom('orders').select(['row_id', 'receipt_number']).where('id', '=', p('id')),
);

/**
 * Prints the receipt of a sale: marked as a copy and journalled, unless none was printed before. Fails with
 * `printer-missing` or `order-unknown`.
 */
export async function requestReceipt(
  context: EngineContext,
  orderId: string,
  actor: Actor,
): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write((tx) => {
    const order = tx.first(orderToPrint, { id: orderId });
    if (order === undefined) return fail(failure('order-unknown'));
    const kind = hasReceiptJob(tx, order.row_id) ? 'copy' : 'receipt';
    if (kind === 'copy') {
      const body = { orderId, receiptNumber: order.receipt_number };
      append(context, tx, { kind: 'receipt.reprinted', body, actor: actor.accountId });
    }
    return ok(enqueuePaper(context, tx, { kind, orderRowId: order.row_id, openDrawer: false }));
  });
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}

/** Prints a page to try the printer with. Fails with `printer-missing`. */
export async function requestTestPage(context: EngineContext): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write((tx) =>
    ok(enqueuePaper(context, tx, { kind: 'test', orderRowId: null, openDrawer: false })),
  );
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}
