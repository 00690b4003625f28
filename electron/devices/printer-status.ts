import type { PrinterFault } from './receipt-printer.ts';

/** DLE EOT n, answered with one byte even while the printer is busy or offline. */
export const statusQueries = {
  printer: Uint8Array.of(0x10, 0x04, 1),
  offlineCause: Uint8Array.of(0x10, 0x04, 2),
  paper: Uint8Array.of(0x10, 0x04, 4),
} as const;

/** The bytes that a printer answered with; null where it did not. */
export type PrinterStatus = { printer: number | null; offlineCause: number | null; paper: number | null };

/** Every status byte has bits 1 and 4 set, 0 and 7 clear; anything else is no answer to the question. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/** What keeps the printer from printing, or null. The bits are Epson's, which the others follow. */
export function faultOf(status: PrinterStatus): PrinterFault | null {
  const { printer, offlineCause, paper } = status;
  const has = (byte: number | null, bits: number): boolean => byte !== null && (byte & bits) !== 0;
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
  if (has(offlineCause, 0b0100_0000)) {
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
