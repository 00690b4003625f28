import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { failureOfAnswer, failureOfNetwork } from './failure-of-answer.ts';
import { linkStateOf } from './link-state.ts';
import { linkRow } from './link-statements.ts';
import { startPatience, usualLimits, type Limits } from './patience.ts';
import { readBody, untilAborted } from './read-body.ts';
import { registerToken } from './register-key.ts';

/** What an answer is: JSON of a schema, or bytes as they are. */
type Expected = z.ZodType | 'bytes';
type AnswerOf<Answer extends Expected> = Answer extends z.ZodType ? z.output<Answer> : Uint8Array;

export type CloudCall<Answer extends Expected> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/v1`. */
  path: string;
  query?: Record<string, string | number>;
  /** Goes as JSON. */
  json?: unknown;
  /** JSON that is packed with gzip already, a file that is, or raw bytes. */
  bytes?: { content: Uint8Array; type: keyof typeof typesOfBytes };
  answer: Answer;
  limits?: Limits;
};

/** Where a till is that has joined no cloud yet: its calls carry no token. */
type Stranger = { url: string };

const typesOfBytes = {
  'json-gzip': 'application/json',
  'file-gzip': 'application/gzip',
  raw: 'application/octet-stream',
} as const;

/** Below it, packing costs more than it saves. */
const leastPacked = 1_024;
const pack = promisify(gzip);

/**
 * The one place that talks to the cloud. Whatever happens on the way is one of these failures: `sync-alone`,
 * `sync-unreachable`, `sync-certificate`, `sync-redirected`, `sync-not-the-cloud`, `sync-too-large`, `sync-busy`
 * (`details.retryAfter` in milliseconds), `sync-fault`, `sync-refused`, `sync-forked`, `sync-code-refused`,
 * `sync-declined`, with the cloud's own code in `details.cloud`. A clock that is off is set right once, unseen.
 */
export async function callCloud<Answer extends Expected>(
  context: EngineContext,
  call: CloudCall<Answer>,
  stranger?: Stranger,
): Promise<Result<AnswerOf<Answer>, Failure>> {
  const first = await callOnce(context, call, stranger);
  if (first.ok || first.failure.code !== 'sync-clock') return first;
  noteServerTime(context, first.failure.details?.['serverTime']);
  return callOnce(context, call, stranger);
}

async function callOnce<Answer extends Expected>(
  context: EngineContext,
  call: CloudCall<Answer>,
  stranger: Stranger | undefined,
): Promise<Result<AnswerOf<Answer>, Failure>> {
  const request = await requestOf(context, call, stranger);
  if (!request.ok) return request;
  const patience = startPatience(
    context.clock,
    call.limits ?? usualLimits,
    linkStateOf(context).closing.signal,
  );
  try {
    const asked = context.network.fetch(new Request(request.value, { signal: patience.signal }));
    const response = await untilAborted(asked, patience.signal);
    patience.touch();
    linkStateOf(context).isAway = false;
    const body = await readBody(response, patience);
    return read(context, call, response, body);
  } catch (error) {
    linkStateOf(context).isAway = true;
    return fail(failureOfNetwork(error, patience.ranOut()));
  } finally {
    patience.end();
  }
}

function read<Answer extends Expected>(
  context: EngineContext,
  { answer }: CloudCall<Answer>,
  response: Response,
  body: Uint8Array | null,
): Result<AnswerOf<Answer>, Failure> {
  if (!response.ok) return fail(failureOfAnswer(response, textOf(body), context.clock.now()));
  if (body === null) return fail(failure('sync-not-the-cloud', { details: { cause: 'too large' } }));
  if (answer === 'bytes') return ok(body as AnswerOf<Answer>);
  const checked = answer.safeParse(readJson(textOf(body)));
  if (!checked.success) return fail(failure('sync-not-the-cloud', { details: { cause: 'another shape' } }));
  const value: unknown = checked.data;
  if (typeof value === 'object' && value !== null && 'serverTime' in value)
    noteServerTime(context, value.serverTime);
  return ok(value as AnswerOf<Answer>);
}

function textOf(body: Uint8Array | null): string {
  return body === null ? '' : Buffer.from(body).toString('utf8');
}

/** Undefined for no content, and for what is not JSON: no schema of an answer takes that. */
function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return Symbol('not JSON');
  }
}

async function requestOf(
  context: EngineContext,
  { method, path, query, json, bytes }: CloudCall<Expected>,
  stranger: Stranger | undefined,
): Promise<Result<Request, Failure>> {
  const link = stranger === undefined ? context.read.first(linkRow) : undefined;
  const base = stranger?.url ?? link?.url;
  if (base === undefined) return fail(failure('sync-alone'));
  const url = new URL(`${base}/v1${path}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
  // The network asks for packed answers by itself, since it unpacks them.
  const headers = new Headers({ accept: 'application/json' });
  if (link !== undefined)
    headers.set('authorization', `Bearer ${await registerToken(context, link.register_id)}`);
  const body = await bodyOf(json, bytes, headers);
  return ok(
    new Request(url, { method, headers, body, redirect: 'manual', credentials: 'omit', cache: 'no-store' }),
  );
}

async function bodyOf(
  json: unknown,
  bytes: CloudCall<Expected>['bytes'],
  headers: Headers,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (bytes !== undefined) {
    headers.set('content-type', typesOfBytes[bytes.type]);
    if (bytes.type === 'json-gzip') headers.set('content-encoding', 'gzip');
    return bytes.content as Uint8Array<ArrayBuffer>;
  }
  if (json === undefined) return null;
  headers.set('content-type', 'application/json');
  const text = Buffer.from(JSON.stringify(json));
  if (text.length < leastPacked) return text;
  headers.set('content-encoding', 'gzip');
  return pack(text, { level: 1 });
}

function noteServerTime(context: EngineContext, serverTime: unknown): void {
  const time = typeof serverTime === 'string' ? Date.parse(serverTime) : Number.NaN;
  if (Number.isFinite(time)) linkStateOf(context).clockOffset = time - context.clock.now();
}
