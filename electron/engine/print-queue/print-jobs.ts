import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { GivenPaper } from './enqueue-paper.ts';
import {
  jobById,
  latestJobs,
  markCancelled,
  markWaiting,
  paperById,
  receiptOfOrder,
  waitingJobs,
  type PrintJobRow,
} from './print-job-statements.ts';
import { queueOf } from './print-queue.ts';

const listed = 50;

/** The jobs that wait, in the order in which they will be printed, then the latest of the others; at most 50. */
export function listPrintJobs(context: EngineContext): PrintJob[] {
  const waiting = context.read.all(waitingJobs, { limit: listed });
  const others =
    waiting.length === listed ? [] : context.read.all(latestJobs, { limit: listed - waiting.length });
  return [...waiting, ...others].map((row) => printJobOf(context, row));
}

export function getPrintJob(context: EngineContext, id: string): Result<PrintJob, Failure> {
  const row = context.read.first(jobById, { id });
  return row === undefined ? fail(failure('print-job-unknown')) : ok(printJobOf(context, row));
}

/** Takes a waiting job out of the queue. One that is printed already stays so; the answer says which it is. */
export async function cancelPrintJob(context: EngineContext, id: string): Promise<Result<PrintJob, Failure>> {
  return changeJob(context, id, (tx) => tx.run(markCancelled, { id, error: '' }));
}

/**
 * Tries the waiting jobs again at once, and puts a cancelled one back. What is printed is not printed again: that is a
 * copy. The drawer stays shut: the sale is over.
 */
export async function retryPrintJob(context: EngineContext, id: string): Promise<Result<PrintJob, Failure>> {
  return changeJob(context, id, (tx) => tx.run(markWaiting, { id, nextAttemptAt: context.clock.now() }));
}

/** Whether a receipt of this sale was printed or is waiting to be: then the next one is a copy. */
export function hasReceiptJob(db: ReadableDatabase, orderRowId: number): boolean {
  return db.first(receiptOfOrder, { orderRowId }) !== undefined;
}

export type StoredPaper = Pick<GivenPaper, 'kind' | 'title' | 'orderRowId'> & { blocks: string };

/** What was printed as it was given, or null when the job is of another kind. */
export function findPaper(db: ReadableDatabase, id: string): StoredPaper | null {
  const row = db.first(paperById, { id });
  if (row === undefined || row.blocks === null) return null;
  const { kind, title, blocks, order_row_id: orderRowId } = row;
  return { kind: kind as GivenPaper['kind'], title, blocks, orderRowId };
}

type WriteJob = Parameters<Parameters<EngineContext['write']>[0]>[0];

async function changeJob(
  context: EngineContext,
  id: string,
  change: (tx: WriteJob) => void,
): Promise<Result<PrintJob, Failure>> {
  const written = await context.write((tx) => {
    if (tx.first(jobById, { id }) === undefined) return fail(failure('print-job-unknown'));
    change(tx);
    return ok(undefined);
  });
  if (!written.ok) return written;
  queueOf(context)?.wake();
  return getPrintJob(context, id);
}

function printJobOf(context: EngineContext, row: PrintJobRow): PrintJob {
  return {
    id: row.id,
    kind: row.kind,
    orderId: row.order_id,
    receiptNumber: row.receipt_number,
    title: row.title,
    state: queueOf(context)?.current() === row.row_id ? 'printing' : row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    printedAt: row.printed_at,
  };
}
