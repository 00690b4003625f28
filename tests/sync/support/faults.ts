import { gunzipSync, gzipSync } from 'node:zlib';
import type { Network } from '../../../electron/engine/cloud-link/index.ts';
import type { PushRequest } from '../../../shared/sync/protocol.ts';
import type { JoinedTill } from './tills.ts';

export type Fault = (request: Request, pass: Network['fetch']) => Promise<Response>;

export const answers =
  (status: number, body: string | null, headers: Record<string, string> = {}): Fault =>
  async () =>
    new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });

export const never: Fault = () => new Promise(() => undefined);

/** Each byte comes a second after the one before, by the till's own clock. */
export function oneBytePerSecond(till: JoinedTill): Fault {
  return async () => {
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        till.clock.advance(1_000);
        controller.enqueue(Uint8Array.of(32));
      },
    });
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };
}

/** What a push says. */
export async function pushOf(request: Request): Promise<PushRequest> {
  const bytes = Buffer.from(await request.clone().arrayBuffer());
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as PushRequest;
}

/** The same request with another body. */
export function withBody(request: Request, body: unknown): Request {
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: gzipSync(JSON.stringify(body)),
  });
}
