import { createServer, type Server, type Socket } from 'node:net';

export type FakePrinterMode =
  /** Prints and answers status queries. */
  | 'answers'
  /** Prints, and does not know status queries, as cheap printers. */
  | 'silent'
  /** Answers the first status query of a connection and no other. */
  | 'half'
  /** Answers status queries with whatever comes to its mind. */
  | 'garbage'
  /** Tells of its state unasked too, in groups of four bytes, and sends every byte alone. */
  | 'trickles'
  /** Prints, and neither answers nor closes connections. */
  | 'keeps-open'
  /** Takes the connection and never reads from it. */
  | 'hangs'
  /** Breaks off after the first bytes of a job. */
  | 'breaks'
  /** Answers, takes a job and loses its power before it has printed it: nothing comes back, not even a goodbye. */
  | 'loses-power';

export type FakePrinterState = {
  paperOut: boolean;
  paperLow: boolean;
  coverOpen: boolean;
  offline: boolean;
  cutter: boolean;
  error: boolean;
};

const allWell: FakePrinterState = {
  paperOut: false,
  paperLow: false,
  coverOpen: false,
  offline: false,
  cutter: false,
  error: false,
};

/** A receipt printer on 127.0.0.1 for tests and demonstrations: keeps what was printed, one entry per connection. */
export async function startFakePrinter(port = 0, first: FakePrinterMode = 'answers') {
  const printed: Uint8Array[] = [];
  const state = { ...allWell };
  const sockets = new Set<Socket>();
  let mode = first;
  let server: Server | undefined;
  let boundPort = port;

  const losePower = (): void => {
    server?.close();
    server = undefined;
  };

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    let job: number[] = [];
    let asked = 0;
    socket.on('error', () => undefined);
    const comeOut = (): void => {
      if (job.length > 0) printed.push(Uint8Array.from(job));
      job = [];
    };
    socket.on('close', () => {
      sockets.delete(socket);
      comeOut();
    });
    if (mode === 'hangs') {
      socket.pause();
      return;
    }
    socket.on('data', (data) => {
      const { questions, bytes } = takeApart(data);
      for (const question of questions) {
        asked += 1;
        answer(socket, mode, { question, asked, state });
      }
      job.push(...bytes);
      if (mode === 'breaks' && job.length > 0) {
        job = [];
        socket.resetAndDestroy();
      }
      if (mode === 'loses-power' && job.length > 0) {
        job = [];
        losePower();
        socket.removeAllListeners('data').pause();
      }
    });
    socket.on('end', () => {
      comeOut();
      if (mode !== 'keeps-open' && mode !== 'loses-power') socket.end();
    });
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

function takeApart(data: Uint8Array): { questions: number[]; bytes: number[] } {
  const questions: number[] = [];
  const bytes: number[] = [];
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] === 0x10 && data[at + 1] === 0x04) {
      questions.push(data[at + 2] ?? 0);
      at += 2;
    } else {
      bytes.push(data[at] ?? 0);
    }
  }
  return { questions, bytes };
}

type Asked = { question: number; asked: number; state: FakePrinterState };

function answer(socket: Socket, mode: FakePrinterMode, { question, asked, state }: Asked): void {
  const status = statusByte(state, question);
  if (mode === 'answers' || mode === 'loses-power' || (mode === 'half' && asked === 1))
    socket.write(Uint8Array.of(status));
  if (mode === 'garbage') socket.write('HTTP/1.1 400 Bad Request\r\nVVVRRR\r\n');
  if (mode === 'trickles') {
    for (const [index, byte] of [0x14, 0, 0, 0x0f, status].entries())
      setTimeout(() => socket.write(Uint8Array.of(byte)), 5 * index);
  }
}

function statusByte(state: FakePrinterState, query: number): number {
  const { paperOut, paperLow, coverOpen, offline, cutter, error } = state;
  const isStopped = paperOut || coverOpen || offline || cutter || error;
  const bits = (...pairs: [boolean, number][]): number =>
    pairs.reduce((byte, [is, bit]) => byte | (is ? bit : 0), 0b0001_0010);
  if (query === 1) return bits([isStopped, 0b1000]);
  if (query === 2) return bits([coverOpen, 0b100], [paperOut, 0b10_0000], [cutter || error, 0b100_0000]);
  if (query === 3) return bits([cutter, 0b1000]);
  return bits([paperOut, 0b0110_0000], [paperLow, 0b1100]);
}
