import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import { asCopy, type ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { englishWords } from '../../../shared/domain/receipt-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { approveReprint, mayKnowDrawer } from '../approvals/index.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { enqueuePaper, findPaper, getPrintJob, hasReceiptJob } from '../print-queue/index.ts';

const orderToPrint = query<{ id: string }>()((b, p) =>
  b.selectFrom('orders').select(['row_id', 'receipt_number', 'journal_seq']).where('id', '=', p('id')),
);

/**
 * Prints the receipt of a sale: marked as a copy and journalled, unless it is this till's and none was printed before.
 * Fails with `printer-missing`, `order-unknown`, and for a copy as `requireApproval` does for `reprint`.
 */
export function requestReceipt(
  context: EngineContext,
  orderId: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<PrintJob, Failure>> {
  return enqueue(context, (tx) => {
    const order = tx.first(orderToPrint, { id: orderId });
    if (order === undefined) return fail(failure('order-unknown'));
    const isElsewhere = order.journal_seq < 0;
    const kind = isElsewhere || hasReceiptJob(tx, order.row_id) ? 'copy' : 'receipt';
    if (kind === 'copy') {
      const approved = approveReprint(context, tx, orderId, { actor, approvalIds });
      if (!approved.ok) return approved;
      const body = { orderId, receiptNumber: order.receipt_number, approvalIds: approved.value };
      append(context, tx, { kind: 'receipt.reprinted', body, actor: actor.accountId });
    }
    return ok(enqueuePaper(context, tx, { kind, orderRowId: order.row_id, openDrawer: false }));
  });
}

/**
 * Prints a slip, a report or a refund's receipt again, as it was, marked as a copy and journalled. Fails with
 * `printer-missing`, as `requireApproval` does for `reprint`, with `act-forbidden` for what the actor may not read, or
 * with `print-job-unknown` for what is no such paper: a sale's receipt has a way of its own.
 */
export function reprintPaper(
  context: EngineContext,
  jobId: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<PrintJob, Failure>> {
  return enqueue(context, (tx) => {
    const paper = findPaper(tx, jobId);
    if (paper === null) return fail(failure('print-job-unknown'));
    const refused = refusePaper(context, paper.kind, actor);
    if (refused !== null) return fail(refused);
    const approved = approveReprint(context, tx, jobId, { actor, approvalIds });
    if (!approved.ok) return approved;
    const { kind, title } = paper;
    append(context, tx, {
      kind: 'paper.reprinted',
      body: { kind, id: jobId, title, approvalIds: approved.value },
      actor: actor.accountId,
    });
    const blocks = asCopy(JSON.parse(paper.blocks) as ReceiptBlock[], englishWords.copy);
    return ok(
      enqueuePaper(context, tx, { kind, title, blocks, orderRowId: paper.orderRowId, openDrawer: false }),
    );
  });
}

/** A gift card's paper is as good as its money, and an X report may tell what whoever counts blind is not to know. */
function refusePaper(context: EngineContext, kind: PrintJob['kind'], actor: Actor): Failure | null {
  if (kind === 'gift-card' && actor.role !== 'admin') {
    const message = 'This paper has the whole code of a gift card. A manager has to print it again.';
    return failure('act-forbidden', { message, details: { act: 'reprint' } });
  }
  if (kind === 'x-report' && !mayKnowDrawer(context, actor)) {
    const message = 'This report may tell what the drawer should hold. Print a new X report instead.';
    return failure('act-forbidden', { message, details: { act: 'reprint' } });
  }
  return null;
}

/** Prints a page to try the printer with. Fails with `printer-missing`. */
export function requestTestPage(context: EngineContext): Promise<Result<PrintJob, Failure>> {
  return enqueue(context, (tx) =>
    ok(enqueuePaper(context, tx, { kind: 'test', orderRowId: null, openDrawer: false })),
  );
}

/** Opens the drawer to try it, which is journalled. Fails with `printer-missing`. */
export function requestDrawerTest(context: EngineContext, actor: Actor): Promise<Result<PrintJob, Failure>> {
  return enqueue(context, (tx) => {
    const pin = context.settings().printer.drawerPin;
    append(context, tx, { kind: 'drawer.tested', body: { pin }, actor: actor.accountId });
    return ok(enqueuePaper(context, tx, { kind: 'drawer', orderRowId: null, openDrawer: true }));
  });
}

async function enqueue(
  context: EngineContext,
  write: (tx: WritableDatabase) => Result<string, Failure>,
): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write(write);
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}
