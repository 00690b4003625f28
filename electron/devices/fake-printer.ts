import { createServer, type Server, type Socket } from 'node:net';

export type FakePrinterMode =
  /** Prints and answers status queries. */
  | 'answers'
  /** Prints, and does not know status queries, as cheap printers. */
  | 'silent'
  /** Takes the connection and never reads from it. */
  | 'hangs'
  /** Breaks off after the first bytes of a job. */
  | 'breaks';

export type FakePrinterState = { paperOut: boolean; coverOpen: boolean; error: boolean };

/** A receipt printer on 127.0.0.1 for tests and demonstrations: keeps what was printed, one entry per connection. */
export async function startFakePrinter(port = 0, first: FakePrinterMode = 'answers') {
  const printed: Uint8Array[] = [];
  const state: FakePrinterState = { paperOut: false, coverOpen: false, error: false };
  const sockets = new Set<Socket>();
  let mode = first;
  let server: Server | undefined;
  let boundPort = port;

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    const bytes: number[] = [];
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (bytes.length > 0) printed.push(Uint8Array.from(bytes));
    });
    if (mode === 'hangs') {
      socket.pause();
      return;
    }
    socket.on('data', (data) => {
      for (let at = 0; at < data.length; at += 1) {
        if (data[at] === 0x10 && data[at + 1] === 0x04) {
          if (mode === 'answers') socket.write(Uint8Array.of(statusByte(state, data[at + 2] ?? 0)));
          at += 2;
        } else {
          bytes.push(data[at] ?? 0);
        }
      }
      if (mode === 'breaks' && bytes.length > 0) {
        bytes.length = 0;
        socket.resetAndDestroy();
      }
    });
    socket.on('end', () => socket.end());
  };

  const switchOn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const starting = createServer({ allowHalfOpen: true }, serve);
      server = starting;
      starting.once('error', reject);
      starting.listen(boundPort, '127.0.0.1', () => {
        const address = starting.address();
        if (typeof address === 'object' && address !== null) boundPort = address.port;
        resolve();
      });
    });
  const switchOff = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (server === undefined) resolve();
      else server.close(() => resolve());
      server = undefined;
    });

  await switchOn();
  return {
    port: boundPort,
    state,
    /** What came out, oldest first: the bytes of each job without the status queries. */
    printed: (): readonly Uint8Array[] => printed,
    setMode(next: FakePrinterMode): void {
      mode = next;
    },
    switchOn,
    switchOff,
  };
}

function statusByte(state: FakePrinterState, query: number): number {
  const base = 0b0001_0010;
  if (query === 1) return base | (state.paperOut || state.coverOpen || state.error ? 0b0000_1000 : 0);
  if (query === 2) {
    return (
      base | (state.coverOpen ? 0b100 : 0) | (state.paperOut ? 0b10_0000 : 0) | (state.error ? 0b100_0000 : 0)
    );
  }
  return base | (state.paperOut ? 0b0110_0000 : 0);
}
