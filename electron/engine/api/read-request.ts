import type { z } from 'zod';
import { failure, isFailureCode, type FailureCode } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';

const mostBytes = 1024 * 1024;

/**
 * Reads a body up to a limit. One that declares a length within it is read at once, which is several times faster: the
 * parser of HTTP holds a body to its declared length. All others are counted while they come.
 */
export async function readBytes(request: Request, maximum: number): Promise<Result<Uint8Array, Failure>> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) <= maximum) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength <= maximum ? ok(bytes) : tooLarge(maximum);
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
  return ok(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
}

function tooLarge(maximum: number): Result<never, Failure> {
  return fail(failure('request-too-large', { message: `At most ${maximum} bytes fit into one request.` }));
}

/** A JSON body that fits its schema. An empty body counts as `{}`. */
export async function readJson(request: Request, schema: z.ZodType): Promise<Result<unknown, Failure>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json' && !(mediaType === '' && request.body === null)) {
    return fail(failure('media-type-unsupported', { message: 'Send the body as application/json.' }));
  }
  const bytes = await readBytes(request, mostBytes);
  if (!bytes.ok) return bytes;
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    return fail(failure('request-not-json'));
  }
  return check(schema, value);
}

/** Checks a value against its schema; the failure names the first field that is wrong and lists all of them. */
export function check(schema: z.ZodType, value: unknown): Result<unknown, Failure> {
  const checked = schema.safeParse(value);
  if (checked.success) return ok(checked.data);
  const fields = checked.error.issues
    .slice(0, 50)
    .map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
  const first = fields[0];
  return fail(
    failure(failureOf(checked.error.issues[0]), {
      message: first === undefined ? 'The request is not as it should be.' : sentence(first),
      ...(first === undefined || first.field === '' ? {} : { field: first.field }),
      details: { fields },
    }),
  );
}

/** A check of the schema may name the failure that it means. */
function failureOf(issue: z.core.$ZodIssue | undefined): FailureCode {
  const named: unknown = issue?.code === 'custom' ? issue.params?.['failure'] : undefined;
  return typeof named === 'string' && isFailureCode(named) ? named : 'request-invalid';
}

function sentence({ field, message }: { field: string; message: string }): string {
  return field === '' ? message : `${field}: ${message}`;
}
