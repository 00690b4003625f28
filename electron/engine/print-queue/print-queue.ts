import { networkPrinter } from '../../devices/network-printer.ts';
import type { ReceiptPrinter } from '../../devices/receipt-printer.ts';
import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { nextDelay } from './next-delay.ts';
import { markCancelled, markFailed, markPrinted, nextJob, type PrintJobRow } from './print-job-statements.ts';

/** Makes the bytes of a job when it is printed: what is stored is only which receipt. */
export type RenderJob = (
  context: EngineContext,
  job: PrintJobRow,
  openDrawer: boolean,
) => Promise<Uint8Array>;

export type PrintQueue = {
  /** Prints what waits, now: a job came, or somebody asked to try again. */
  wake(): void;
  /** The row that is on its way to the printer. */
  current(): number | null;
  /** Why nothing is printed at the moment, in words; empty when nothing is wrong. */
  trouble(): string;
  /** Whether the printer said so after the last job that it took. */
  isPaperLow(): boolean;
  close(): Promise<void>;
};

/** A drawer that opens by itself long after its sale, because the printer was off, is an open drawer nobody watches. */
const drawerPatience = 60_000;
/** How long a closing till waits for a receipt that is being printed; it is printed again, whole, at the next start. */
const closingPatience = 2_000;

const queues = new WeakMap<EngineContext, PrintQueue>();

export function queueOf(context: EngineContext): PrintQueue | undefined {
  return queues.get(context);
}

/**
 * Prints waiting jobs one after the other, oldest first, beside the selling. A job is done when the printer has taken
 * it all and reports no fault: a receipt that a fault or a restart cut in half is printed again, whole.
 */
export function startPrintQueue(context: EngineContext, render: RenderJob): PrintQueue {
  const { clock, log } = context;
  const givingUp = new AbortController();
  let closed = false;
  let running: Promise<void> | null = null;
  let wokenAgain = false;
  let failures = 0;
  let trouble = '';
  let paperLow = false;
  let current: number | null = null;
  /** Printed, but not yet so in the books (a full disk): must not be printed again while we know. */
  let unrecorded: { rowId: number; at: string } | null = null;
  let cancelTimer = (): void => undefined;

  const tryLater = (message: string): void => {
    failures += 1;
    trouble = message;
    cancelTimer();
    cancelTimer = clock.after(nextDelay(failures), wake);
  };

  const record = async (work: (tx: WritableDatabase) => void): Promise<boolean> => {
    const written = await context.write((tx) => {
      work(tx);
      return ok(undefined);
    });
    if (!written.ok) tryLater(written.failure.message);
    return written.ok;
  };

  const recordPrinted = async (): Promise<boolean> => {
    const printed = unrecorded;
    if (printed === null) return true;
    if (!(await record((tx) => tx.run(markPrinted, printed)))) return false;
    unrecorded = null;
    return true;
  };

  const bytesOf = async (job: PrintJobRow): Promise<Uint8Array | null> => {
    try {
      const age = clock.now() - Date.parse(job.created_at);
      return await render(context, job, job.open_drawer === 1 && age <= drawerPatience);
    } catch (error) {
      log.error({ err: error, job: job.id }, 'a receipt could not be made');
      return null;
    }
  };

  /** Prints one job; false when there is none, or when it has to wait. */
  const printNext = async (): Promise<boolean> => {
    if (closed || !(await recordPrinted())) return false;
    const printer = printerOf(context);
    const job = printer === null ? undefined : context.read.first(nextJob);
    if (printer === null || job === undefined) {
      failures = 0;
      trouble = '';
      return false;
    }
    const bytes = await bytesOf(job);
    if (bytes === null) {
      const error = 'This receipt could not be made. The sale itself is in the books.';
      return record((tx) => tx.run(markCancelled, { id: job.id, error }));
    }
    current = job.row_id;
    const sent = await printer.send(bytes, givingUp.signal);
    current = null;
    if (!sent.ok) {
      const error = sent.failure.message;
      tryLater(error);
      const nextAttemptAt = clock.now() + nextDelay(failures);
      await record((tx) => tx.run(markFailed, { rowId: job.row_id, error, nextAttemptAt }));
      return false;
    }
    failures = 0;
    trouble = '';
    paperLow = sent.value.paperLow;
    unrecorded = { rowId: job.row_id, at: instantOf(clock.now()) };
    return recordPrinted();
  };

  const run = async (): Promise<void> => {
    do {
      wokenAgain = false;
      while (await printNext());
    } while (wokenAgain && !closed);
  };

  const wake = (): void => {
    if (closed) return;
    cancelTimer();
    if (running !== null) {
      wokenAgain = true;
      return;
    }
    running = run()
      .catch((error: unknown) => {
        current = null;
        log.error({ err: error }, 'printing failed');
        tryLater('The till met an error while printing. It tries again by itself.');
      })
      .finally(() => {
        running = null;
      });
  };

  const queue: PrintQueue = {
    wake,
    current: () => current,
    trouble: () => trouble,
    isPaperLow: () => paperLow,
    async close() {
      closed = true;
      const cancelGivingUp = clock.after(closingPatience, () => givingUp.abort());
      await running;
      cancelGivingUp();
      cancelTimer();
      queues.delete(context);
    },
  };
  queues.set(context, queue);
  wake();
  return queue;
}

/** The printer of the settings, or null. */
export function printerOf(context: EngineContext): ReceiptPrinter | null {
  const { kind, host, port } = context.settings().printer;
  return kind === 'network' ? networkPrinter({ host, port }) : null;
}
