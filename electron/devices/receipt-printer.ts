import type { Result } from '../../shared/domain/result.ts';

/** Why nothing, or not all, was printed: `message` is a sentence for the person at the till. */
export type PrinterFault = {
  code:
    | 'no-answer'
    | 'refused'
    | 'unknown-host'
    | 'broken-off'
    | 'offline'
    | 'cover-open'
    | 'paper-out'
    | 'printer-error';
  message: string;
};

/** The port that printers of every kind fit: takes whole jobs, answers when they left the till or why they did not. */
export type ReceiptPrinter = {
  /** `signal`: gives up at once, as when the till closes. */
  send(job: Uint8Array, signal?: AbortSignal): Promise<Result<void, PrinterFault>>;
};
