import type { Socket } from 'node:net';
import { readStatusAnswer, reportsError, statusQueries, type PrinterStatus } from './printer-status.ts';
import { Silence, waitFor } from './socket-waits.ts';

/** An answer is one byte: what else comes this soon belongs to it and shows that it is none. */
const quiet = 20;
const mostBytes = 64;

/**
 * What the printer says of itself. Null where it said nothing, or nothing that is a status; after that nothing more is
 * asked, so that an answer which comes late is not taken for another's.
 */
export async function askStatus(socket: Socket, milliseconds: number): Promise<PrinterStatus> {
  const status: PrinterStatus = { printer: null, offlineCause: null, paper: null, error: null };
  for (const question of ['printer', 'offlineCause', 'paper', 'error'] as const) {
    if (question === 'error' && !reportsError(status)) break;
    status[question] = await askByte(socket, statusQueries[question], milliseconds);
    if (status[question] === null) break;
  }
  return status;
}

async function askByte(socket: Socket, question: Uint8Array, milliseconds: number): Promise<number | null> {
  try {
    return await waitFor<number | null>(socket, milliseconds, (done) => {
      const came: number[] = [];
      let timer: NodeJS.Timeout | undefined;
      const onData = (data: Buffer): void => {
        came.push(...data.subarray(0, mostBytes));
        clearTimeout(timer);
        const answer = readStatusAnswer(came);
        if (answer === 'other' || came.length >= mostBytes) done(null);
        else if (answer !== 'nothing') timer = setTimeout(() => done(answer), quiet);
      };
      socket.on('data', onData);
      socket.write(question);
      return () => {
        clearTimeout(timer);
        socket.off('data', onData);
      };
    });
  } catch (error) {
    if (error instanceof Silence) return null;
    throw error;
  }
}
