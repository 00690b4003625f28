import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { insertJob } from './print-job-statements.ts';
import { queueOf } from './print-queue.ts';

export type NewPrintJob =
  | { kind: 'receipt' | 'copy' | 'drawer'; orderRowId: number; openDrawer: boolean }
  | { kind: 'test'; orderRowId: null; openDrawer: boolean };

/**
 * Puts a receipt into the print queue, inside the commit of what it is about; gives the id of its job. Printing begins
 * after the commit and never holds it up.
 */
export function enqueueReceipt(context: EngineContext, tx: WritableDatabase, job: NewPrintJob): string {
  const id = context.ids.uuid();
  const now = context.clock.now();
  tx.run(insertJob, {
    id,
    kind: job.kind,
    orderRowId: job.orderRowId,
    openDrawer: job.openDrawer ? 1 : 0,
    at: instantOf(now),
    nextAttemptAt: now,
  });
  // The commit is done before the event loop turns; if it was rolled back, there is nothing to print.
  setImmediate(() => queueOf(context)?.wake());
  return id;
}
