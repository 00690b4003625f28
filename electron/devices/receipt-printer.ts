import type { Result } from '../../shared/domain/result.ts';

/** Why nothing, or not all, was printed: `message` is a sentence for the person at the till. */
export type PrinterFault = {
  code:
    | 'no-answer'
    | 'refused'
    | 'unknown-host'
    | 'broken-off'
    | 'went-silent'
    | 'offline'
    | 'cover-open'
    | 'paper-out'
    | 'cutter'
    | 'printer-error';
  message: string;
};

/** How a printer is that prints. */
export type PrinterReport = {
  /** Cheap printers do not tell how they are. */
  answers: boolean;
  paperLow: boolean;
};

/** The port that printers of every kind fit. */
export type ReceiptPrinter = {
  /**
   * Takes a whole job; answers when it left the till for good, or why it did not. `signal`: gives up at once, as when the
   * till closes.
   */
  send(job: Uint8Array, signal?: AbortSignal): Promise<Result<PrinterReport, PrinterFault>>;
  /** How the printer is, without printing anything. */
  ask(): Promise<Result<PrinterReport, PrinterFault>>;
};
