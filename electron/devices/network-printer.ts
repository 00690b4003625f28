import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { faultOf, isStatusByte, statusQueries, type PrinterStatus } from './printer-status.ts';
import type { PrinterFault, ReceiptPrinter } from './receipt-printer.ts';

export type NetworkPrinterOptions = {
  host: string;
  port: number;
  /** Milliseconds. */
  connectTimeout?: number;
  /** Without a byte taken for so long, the printer counts as not answering. */
  writeTimeout?: number;
  /** Printers that do not know the status query stay silent: then the job is sent all the same. */
  statusTimeout?: number;
};

/** An ESC/POS printer on the network (TCP, usually port 9100). One connection per job, so that tills can share it. */
export function networkPrinter(options: NetworkPrinterOptions): ReceiptPrinter {
  const { host, port, connectTimeout = 3000, writeTimeout = 10_000, statusTimeout = 700 } = options;
  const address = `${host}:${port}`;

  const send = async (job: Uint8Array, signal?: AbortSignal): Promise<Result<void, PrinterFault>> => {
    const socket = connect({ host, port });
    const giveUp = (): void => void socket.destroy();
    signal?.addEventListener('abort', giveUp);
    // Errors also reject what is being awaited; without a listener they would end the process.
    socket.on('error', () => undefined);
    try {
      await connected(socket, connectTimeout);
      const before = await askStatus(socket, statusTimeout);
      const fault = before === null ? null : faultOf(before);
      if (fault !== null) return fail(fault);
      await written(socket, job, writeTimeout);
      // A roll that ended within the receipt: it is printed again, whole.
      const after = before === null ? null : await askStatus(socket, statusTimeout);
      const faultAfter = after === null ? null : faultOf(after);
      if (faultAfter !== null) return fail(faultAfter);
      await ended(socket, statusTimeout);
      return ok(undefined);
    } catch (error) {
      return fail(inWords(error, address));
    } finally {
      signal?.removeEventListener('abort', giveUp);
      socket.destroy();
    }
  };
  return { send };
}

class Silence extends Error {
  readonly code = 'SILENCE';
}

/** Waits for one event of the socket; rejects on its error, on its close, and after the time. */
function waitFor<T>(
  socket: Socket,
  milliseconds: number,
  start: (done: (value: T) => void) => () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      socket.off('error', onError);
      socket.off('close', onClose);
      stop();
      finish();
    };
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void =>
      settle(() => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    const timer = setTimeout(() => settle(() => reject(new Silence())), milliseconds);
    socket.once('error', onError);
    socket.once('close', onClose);
    const stop = start((value) => settle(() => resolve(value)));
  });
}

function connected(socket: Socket, milliseconds: number): Promise<void> {
  return waitFor<void>(socket, milliseconds, (done) => {
    socket.once('connect', done);
    return () => socket.off('connect', done);
  });
}

/** What the printer says of itself; null when it does not answer such questions. */
async function askStatus(socket: Socket, milliseconds: number): Promise<PrinterStatus | null> {
  const printer = await askByte(socket, statusQueries.printer, milliseconds);
  if (printer === null) return null;
  return {
    printer,
    offlineCause: await askByte(socket, statusQueries.offlineCause, milliseconds),
    paper: await askByte(socket, statusQueries.paper, milliseconds),
  };
}

async function askByte(socket: Socket, question: Uint8Array, milliseconds: number): Promise<number | null> {
  try {
    return await waitFor<number>(socket, milliseconds, (done) => {
      const onData = (data: Buffer): void => {
        const answer = data.find(isStatusByte);
        if (answer !== undefined) done(answer);
      };
      socket.on('data', onData);
      socket.write(question);
      return () => socket.off('data', onData);
    });
  } catch (error) {
    if (error instanceof Silence) return null;
    throw error;
  }
}

function written(socket: Socket, job: Uint8Array, milliseconds: number): Promise<void> {
  return waitFor<void>(socket, milliseconds, (done) => {
    socket.write(job, (error) => {
      if (!error) done();
    });
    return () => undefined;
  });
}

/** Says goodbye and waits for the printer's; one that keeps the connection open has the job all the same. */
async function ended(socket: Socket, milliseconds: number): Promise<void> {
  try {
    await waitFor<void>(socket, milliseconds, (done) => {
      socket.once('end', done).resume().end();
      return () => socket.off('end', done);
    });
  } catch (error) {
    if (!(error instanceof Silence)) throw error;
  }
}

function inWords(error: unknown, address: string): PrinterFault {
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
