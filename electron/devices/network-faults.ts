import type { PrinterFault } from './receipt-printer.ts';

/** What happened to a connection, as a sentence. */
export function networkFault(error: unknown, address: string): PrinterFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ECONNREFUSED':
      return {
        code: 'refused',
        message: `The printer at ${address} refused the connection. Another till may be printing, or the port is wrong.`,
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'unknown-host', message: `No printer is found at ${address}. Check the address.` };
    case 'ECONNRESET':
    case 'EPIPE':
      return {
        code: 'broken-off',
        message: `The printer at ${address} broke off the connection. The receipt will be printed again, whole.`,
      };
    default:
      return {
        code: 'no-answer',
        message: `The printer at ${address} does not answer. Check that it is on and connected.`,
      };
  }
}

/** It took the job, and is gone. */
export function wentSilent(address: string): PrinterFault {
  return {
    code: 'went-silent',
    message: `The printer at ${address} went off while it printed. The receipt will be printed again, whole.`,
  };
}
