import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';

const unpack = promisify(gunzip);
/** By default a push of a megabyte is unpacked in sixty steps, each a turn of the event loop. */
const chunkSize = 1_048_576;

/** Reads a body of at most `maximum` bytes, unpacked. */
export async function readBytes(
  request: Request,
  maximum: number,
): Promise<Result<Uint8Array, CloudFailure>> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return fail(cloudFailure('encoding-unsupported'));
  const sent = await readSent(request, maximum);
  if (!sent.ok || encoding === 'identity') return sent;
  try {
    return ok(await unpack(sent.value, { maxOutputLength: maximum, chunkSize }));
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? tooLarge(maximum) : fail(cloudFailure('request-not-gzip'));
  }
}

/** A body that declares its length is read at once, which is much faster: the parser of HTTP holds it to that length. */
async function readSent(request: Request, maximum: number): Promise<Result<Uint8Array, CloudFailure>> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    if (Number(declared) > maximum) return tooLarge(maximum);
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength > maximum ? tooLarge(maximum) : ok(bytes);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body !== null) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > maximum) return tooLarge(maximum);
      chunks.push(chunk);
    }
  }
  return ok(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length));
}

function tooLarge(maximum: number): Result<never, CloudFailure> {
  return fail(
    cloudFailure('request-too-large', { message: `At most ${maximum} bytes fit into one request.` }),
  );
}

/** The value of a JSON body. An empty body counts as `{}`. */
export async function readJson(request: Request, maximum: number): Promise<Result<unknown, CloudFailure>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json' && !(mediaType === '' && request.body === null)) {
    return fail(cloudFailure('media-type-unsupported', { message: 'Send the body as application/json.' }));
  }
  const bytes = await readBytes(request, maximum);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    return ok(text === '' ? {} : JSON.parse(text));
  } catch {
    return fail(cloudFailure('request-not-json'));
  }
}

/** Checks a value against its schema; the failure names the fields that are wrong. */
export function check(schema: z.ZodType, value: unknown): Result<unknown, CloudFailure> {
  const checked = schema.safeParse(value);
  if (checked.success) return ok(checked.data);
  const fields = checked.error.issues
    .slice(0, 20)
    .map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
  return fail(cloudFailure('request-invalid', { details: { fields } }));
}
