import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { cloudFailures, type CloudFailure } from '../../shared/sync/cloud-failures.ts';

const pack = promisify(gzip);
/** Below it, packing costs more than it saves. */
const leastPacked = 1_024;
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;
const json = { ...headers, 'content-type': 'application/json; charset=utf-8' } as const;

/** An answer in JSON, packed for whoever can unpack it. */
export async function jsonAnswer(value: unknown, request: Request): Promise<Response> {
  const text = JSON.stringify(value);
  if (text.length < leastPacked || !takesGzip(request)) return new Response(text, { headers: json });
  const packed = await pack(text, { level: 1 });
  return new Response(packed, { headers: { ...json, 'content-encoding': 'gzip', vary: 'accept-encoding' } });
}

export function bytesAnswer(bytes: Uint8Array, mediaType: string): Response {
  return new Response(bytes as BodyInit, { headers: { ...headers, 'content-type': mediaType } });
}

export function emptyAnswer(): Response {
  return new Response(null, { status: 204, headers });
}

/** The one shape of an error. */
export function failureAnswer({ code, message, details }: CloudFailure): Response {
  const retryAfter = details?.['retryAfterSeconds'];
  return new Response(
    JSON.stringify({ error: { code, message, ...(details === undefined ? {} : { details }) } }),
    {
      status: cloudFailures[code].status,
      headers: { ...json, ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}) },
    },
  );
}

function takesGzip(request: Request): boolean {
  return /\bgzip\b/i.test(request.headers.get('accept-encoding') ?? '');
}
