import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Door } from '../engine/engine.ts';
import type { AnswerRequest } from './answer-request.ts';
import { doorOfConnection } from './own-addresses.ts';

export type HttpDoor = {
  port: number;
  /** Where a browser on this machine finds the till. */
  url: string;
  /** Takes no new requests, finishes those that run (up to five seconds), then closes. */
  close(): Promise<void>;
};
export type DoorFailure = { code: 'port-in-use' | 'port-refused'; message: string };

export type HttpDoorOptions = {
  /** 0 for any free one. */
  port: number;
  /** Whether the shop's network may come in too; otherwise only this machine. */
  shopNetwork: boolean;
  answer: AnswerRequest;
  /** Keep the platform's own Request and Response (Electron's window needs them). */
  keepGlobals?: boolean;
};

const longestFinish = 5_000;
const triesForFreePort = 10;

/** Opens the HTTP door on 127.0.0.1 and, where the machine has it, ::1; on all addresses for the shop's network. */
export async function openHttpDoor(options: HttpDoorOptions): Promise<Result<HttpDoor, DoorFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const opened = await openOnce(options);
    // A free port of IPv4 may be taken on IPv6: where any port will do, another is tried.
    if (opened.ok || options.port !== 0 || attempt === triesForFreePort) return opened;
  }
}

async function openOnce(options: HttpDoorOptions): Promise<Result<HttpDoor, DoorFailure>> {
  let port = options.port;
  const doors = new WeakMap<Socket, Door>();
  const doorOf = (socket: Socket): Door => {
    const known = doors.get(socket);
    if (known !== undefined) return known;
    const door = doorOfConnection(socket, port);
    doors.set(socket, door);
    return door;
  };
  const listener = getRequestListener(
    (request, bindings) => options.answer(request, doorOf((bindings as HttpBindings).incoming.socket)),
    { overrideGlobalObjects: options.keepGlobals !== true, hostname: '127.0.0.1' },
  );
  const serve = () =>
    createServer({ requestTimeout: 120_000, headersTimeout: 20_000 }, (incoming, outgoing) => {
      void listener(incoming, outgoing);
    });

  const first = await listen(serve(), options.shopNetwork ? '0.0.0.0' : '127.0.0.1', port);
  if (!first.ok) return doorFailure(port, first.failure);
  port = (first.value.address() as AddressInfo).port;
  const servers = [first.value];

  const second = await listen(serve(), '::1', port);
  if (second.ok) servers.push(second.value);
  else if (second.failure === 'EADDRINUSE') {
    await closeServer(first.value);
    return doorFailure(port, second.failure);
  }
  return ok({
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  });
}

async function listen(server: Server, host: string, port: number): Promise<Result<Server, string>> {
  try {
    server.listen({ host, port, ipv6Only: true });
    await once(server, 'listening');
    return ok(server);
  } catch (error) {
    return fail(error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}

function doorFailure(port: number, code: string): Result<never, DoorFailure> {
  if (code === 'EADDRINUSE') {
    return fail({
      code: 'port-in-use',
      message: `Port ${port} is already in use, perhaps by another Sukli. Close that one, or choose another with --port (0 takes any free one).`,
    });
  }
  return fail({
    code: 'port-refused',
    message: `Port ${port} cannot be opened (${code}). Choose another with --port (0 takes any free one).`,
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that is kept alive becomes idle when its last answer is out, which is after this moment.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const impatience = setTimeout(() => server.closeAllConnections(), longestFinish);
  await closed;
  clearInterval(idle);
  clearTimeout(impatience);
}
