import type { Socket } from 'node:net';

/** Nothing came within the time that was given for it. */
export class Silence extends Error {
  readonly code = 'SILENCE';
}

/** Waits for one event of the socket; rejects on its error, on its close, and after the time. */
export function waitFor<T>(
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

export function connected(socket: Socket, milliseconds: number): Promise<void> {
  return waitFor<void>(socket, milliseconds, (done) => {
    socket.once('connect', done);
    return () => socket.off('connect', done);
  });
}

export function written(socket: Socket, bytes: Uint8Array, milliseconds: number): Promise<void> {
  return waitFor<void>(socket, milliseconds, (done) => {
    socket.write(bytes, (error) => {
      if (!error) done();
    });
    return () => undefined;
  });
}

/** Says goodbye; whether the other side said so too. One that keeps the connection open has taken everything as well. */
export async function ended(socket: Socket, milliseconds: number): Promise<boolean> {
  try {
    await waitFor<void>(socket, milliseconds, (done) => {
      socket.once('end', done).resume().end();
      return () => socket.off('end', done);
    });
    return true;
  } catch (error) {
    if (error instanceof Silence) return false;
    throw error;
  }
}
