import type { PrinterFault, PrinterReport } from './receipt-printer.ts';

/** DLE EOT n, answered with one byte even while the printer is busy or offline. */
export const statusQueries = {
  printer: Uint8Array.of(0x10, 0x04, 1),
  offlineCause: Uint8Array.of(0x10, 0x04, 2),
  error: Uint8Array.of(0x10, 0x04, 3),
  paper: Uint8Array.of(0x10, 0x04, 4),
} as const;

/** The bytes that a printer answered with; null where it did not, or was not asked. */
export type PrinterStatus = Record<keyof typeof statusQueries, number | null>;

/**
 * The status byte in what a printer sent: `nothing` when it is still to come, `other` when this is no answer to the
 * question. Some printers tell of their state unasked, in groups of four bytes: these are passed over.
 */
export function readStatusAnswer(came: readonly number[]): number | 'nothing' | 'other' {
  let answer: number | 'nothing' = 'nothing';
  for (let at = 0; at < came.length; at += 1) {
    const byte = came[at] ?? 0;
    if ((byte & 0b1001_0011) === 0b0001_0000) {
      at += 3;
    } else if ((byte & 0b1001_0011) === 0b0001_0010 && answer === 'nothing') {
      answer = byte;
    } else {
      return 'other';
    }
  }
  return answer;
}

const has = (byte: number | null, bits: number): boolean => byte !== null && (byte & bits) !== 0;

/** Whether there is more to ask: which error it is. */
export function reportsError({ offlineCause }: PrinterStatus): boolean {
  return has(offlineCause, 0b0100_0000);
}

/** What keeps the printer from printing, or null. The bits are Epson's, which the others follow. */
export function faultOf(status: PrinterStatus): PrinterFault | null {
  const { printer, offlineCause, error, paper } = status;
  if (has(paper, 0b0110_0000) || has(offlineCause, 0b0010_0000)) {
    return {
      code: 'paper-out',
      message: 'The printer is out of paper. Put in a new roll; it goes on by itself.',
    };
  }
  if (has(offlineCause, 0b0000_0100)) {
    return {
      code: 'cover-open',
      message: 'The printer’s cover is open. Close it; printing goes on by itself.',
    };
  }
  if (has(error, 0b0000_1000)) {
    return {
      code: 'cutter',
      message: 'The printer’s cutter is stuck. Switch the printer off, clear the paper, and switch it on.',
    };
  }
  if (reportsError(status)) {
    return {
      code: 'printer-error',
      message:
        'The printer reports an error. Check the cutter and for a paper jam, then switch it off and on.',
    };
  }
  if (has(printer, 0b0000_1000)) {
    return { code: 'offline', message: 'The printer is offline. Check it, or switch it off and on.' };
  }
  return null;
}

export function reportOf(status: PrinterStatus): PrinterReport {
  return { answers: status.printer !== null, paperLow: has(status.paper, 0b0000_1100) };
}
