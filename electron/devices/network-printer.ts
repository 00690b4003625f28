import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { askStatus } from './ask-status.ts';
import { networkFault, wentSilent } from './network-faults.ts';
import { faultOf, reportOf } from './printer-status.ts';
import type { PrinterFault, PrinterReport, ReceiptPrinter } from './receipt-printer.ts';
import { connected, ended, written } from './socket-waits.ts';

export type NetworkPrinterOptions = {
  host: string;
  port: number;
  /** Milliseconds. */
  connectTimeout?: number;
  /** Without a byte taken for so long, the printer counts as not answering. */
  writeTimeout?: number;
  /** Printers that do not know the status query stay silent: then the job is sent all the same. */
  statusTimeout?: number;
  /** One that does may be long at printing before it answers again. */
  afterTimeout?: number;
};

type Outcome = Result<PrinterReport, PrinterFault>;
/** How often a printer that went silent is looked for, and how long it may take to let go of the connection before. */
const searches = 3;
const untilSearch = 300;

/** An ESC/POS printer on the network (TCP, usually port 9100). One connection per job, so that tills can share it. */
export function networkPrinter(options: NetworkPrinterOptions): ReceiptPrinter {
  const { host, port, connectTimeout = 3000, writeTimeout = 10_000 } = options;
  const { statusTimeout = 700, afterTimeout = 5000 } = options;
  const address = `${host}:${port}`;

  const withSocket = async (
    work: (socket: Socket) => Promise<Outcome>,
    signal?: AbortSignal,
  ): Promise<Outcome> => {
    const socket = connect({ host, port });
    const giveUp = (): void => void socket.destroy();
    signal?.addEventListener('abort', giveUp);
    // Errors also reject what is being awaited; without a listener they would end the process.
    socket.on('error', () => undefined);
    try {
      await connected(socket, connectTimeout);
      return await work(socket);
    } catch (error) {
      return fail(networkFault(error, address));
    } finally {
      signal?.removeEventListener('abort', giveUp);
      socket.destroy();
    }
  };

  const ask = (): Promise<Outcome> =>
    withSocket(async (socket) => {
      const status = await askStatus(socket, statusTimeout);
      const fault = faultOf(status);
      return fault === null ? ok(reportOf(status)) : fail(fault);
    });

  /** A printer that lost its power takes no connection; one that never answers does. */
  const isThere = async (signal?: AbortSignal): Promise<boolean> => {
    for (let search = 0; search < searches && signal?.aborted !== true; search += 1) {
      await pause(untilSearch);
      if ((await withSocket(async () => ok({ answers: false, paperLow: false }), signal)).ok) return true;
    }
    return false;
  };

  const send = async (job: Uint8Array, signal?: AbortSignal): Promise<Outcome> => {
    let provedItself = false;
    const sent = await withSocket(async (socket) => {
      const before = await askStatus(socket, statusTimeout);
      const fault = faultOf(before);
      if (fault !== null) return fail(fault);
      await written(socket, job, writeTimeout);
      // A roll that ended within the receipt: it is printed again, whole. Who left a question open is asked no more.
      const after = before.paper === null ? null : await askStatus(socket, afterTimeout);
      const faultAfter = after === null ? null : faultOf(after);
      if (faultAfter !== null) return fail(faultAfter);
      const saidGoodbye = await ended(socket, statusTimeout);
      provedItself = saidGoodbye || (after !== null && after.printer !== null);
      return ok(reportOf(after ?? before));
    }, signal);
    if (!sent.ok || provedItself || (await isThere(signal))) return sent;
    return fail(wentSilent(address));
  };

  return { send, ask };
}
