import type { EngineContext } from '../context.ts';
import { startPrintQueue } from '../print-queue/index.ts';
import { stopDrawing } from './draw-on-worker.ts';
import { renderJob } from './render-job.ts';

export { printerState } from '../print-queue/index.ts';
export { receiptPdf } from './receipt-pdf.ts';
export { receiptsRoutes } from './receipts.routes.ts';
export { receiptShopOf } from './render-receipt.ts';

/** Begins to print what waits, also what an earlier run left. */
export function startPrinting(context: EngineContext): { close(): Promise<void> } {
  const queue = startPrintQueue(context, renderJob);
  return {
    async close() {
      await queue.close();
      stopDrawing(context);
    },
  };
}
