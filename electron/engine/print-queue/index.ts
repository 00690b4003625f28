export { enqueuePaper } from './enqueue-paper.ts';
export type { PrintJobRow } from './print-job-statements.ts';
export {
  cancelPrintJob,
  findPaper,
  getPrintJob,
  hasReceiptJob,
  listPrintJobs,
  retryPrintJob,
} from './print-jobs.ts';
export { raiseOwnSeries } from './raise-own-series.ts';
export { takeSlipNumber } from './take-slip-number.ts';
export { startPrintQueue } from './print-queue.ts';
export { askPrinter, printerState } from './printer-state.ts';
