import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Cloud } from '../cloud.ts';
import type { CloudFlags } from './read-command.ts';

export type HttpDoor = {
  url: string;
  /** Takes no new connections and resolves when those that are open have their answers. */
  close(): Promise<void>;
};

/**
 * In milliseconds. A connection is kept longer than load balancers keep theirs (a minute): one that they send on must not
 * be closing.
 */
const timeouts = { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 75_000 };

/** The cloud behind a port: nothing but HTTP. TLS is what stands in front's. */
export async function openHttpDoor(
  { host, port, trustProxy }: Pick<CloudFlags, 'host' | 'port' | 'trustProxy'>,
  answer: Cloud['fetch'],
): Promise<Result<HttpDoor>> {
  const listener = getRequestListener((request, bindings) =>
    answer(request, { remoteAddress: addressOf((bindings as HttpBindings).incoming, trustProxy) }),
  );
  const server = createServer(timeouts, (incoming, outgoing) => void listener(incoming, outgoing));
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    return fail({
      code: 'port-refused',
      message: `${host}:${port} cannot be opened (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}). Choose another with --port (0 takes any free one).`,
    });
  }
  const { port: opened } = server.address() as AddressInfo;
  return ok({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    close: () => closeServer(server),
  });
}

function addressOf(incoming: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(incoming.headers['x-forwarded-for'] ?? '').split(',') : [];
  return forwarded.at(-1)?.trim() || (incoming.socket.remoteAddress ?? '');
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that is kept alive becomes idle when its last answer is out, which is after this moment.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  await closed;
  clearInterval(idle);
}
