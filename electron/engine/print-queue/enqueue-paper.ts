import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { insertJob } from './print-job-statements.ts';
import { queueOf } from './print-queue.ts';

/** What is made from the books when it is printed, and what is only a pulse for the drawer. */
export type BookedJob =
  | { kind: 'receipt' | 'copy'; orderRowId: number; openDrawer: boolean }
  | { kind: 'drawer'; orderRowId: number | null; openDrawer: true }
  | { kind: 'test'; orderRowId: null; openDrawer: boolean };

/** What is printed as it is given: slips, reports, refunds. `title`: what people call it, as "Cash out 12". */
export type GivenPaper = {
  kind: 'slip' | 'x-report' | 'z-report' | 'refund' | 'gift-card';
  title: string;
  blocks: readonly ReceiptBlock[];
  /** The sale that it belongs to, if any. */
  orderRowId: number | null;
  openDrawer: boolean;
};

/**
 * Puts a paper into the print queue, inside the commit of what it is about; gives the id of its job. Printing begins
 * after the commit and never holds it up.
 */
export function enqueuePaper(
  context: EngineContext,
  tx: WritableDatabase,
  job: BookedJob | GivenPaper,
): string {
  const id = context.ids.uuid();
  const now = context.clock.now();
  const given = 'blocks' in job ? job : null;
  tx.run(insertJob, {
    id,
    kind: job.kind,
    orderRowId: job.orderRowId,
    title: given?.title ?? '',
    blocks: given === null ? null : JSON.stringify(given.blocks),
    openDrawer: job.openDrawer ? 1 : 0,
    at: instantOf(now),
    nextAttemptAt: now,
  });
  // The commit is done before the event loop turns; if it was rolled back, there is nothing to print.
  setImmediate(() => queueOf(context)?.wake());
  return id;
}
