import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { Failure } from '../../../shared/domain/result.ts';
import { cloudError } from '../../../shared/sync/protocol.ts';

const mostRetryAfter = 3_600_000;
const codesOfEnrolment: ReadonlySet<string> = new Set(['code-wrong', 'code-used', 'code-expired']);

/** What an answer that is no success means for the till. `now`: milliseconds since 1970, for a Retry-After with a date. */
export function failureOfAnswer(response: Response, text: string | null, now: number): Failure {
  const { status } = response;
  const told = text === null ? undefined : readError(text);
  const more = told === undefined ? {} : { details: detailsOf(told) };
  if (status >= 300 && status < 400) return failure('sync-redirected');
  if (status === 413) return failure('sync-too-large');
  if (status === 429 || status === 503) {
    const retryAfter = readRetryAfter(response.headers.get('retry-after'), now);
    return failure('sync-busy', { details: retryAfter === null ? {} : { retryAfter } });
  }
  if (status >= 500) return failure('sync-fault', { details: { status } });
  if (told === undefined) return failure('sync-not-the-cloud', { details: { status } });
  if (told.code === 'clock-differs') return failure('sync-clock', more);
  if (status === 401 || status === 403) return failure('sync-refused', { ...more, message: messageOf(told) });
  if (told.code === 'forked') return failure('sync-forked', more);
  if (codesOfEnrolment.has(told.code))
    return failure('sync-code-refused', { ...more, message: messageOf(told) });
  return failure('sync-declined', { ...more, message: messageOf(told) });
}

type ToldError = z.output<typeof cloudError>['error'];

const longestMessage = 300;
const messageOf = ({ message }: ToldError): string => message.slice(0, longestMessage);

/** Of what a cloud tells more, what the till goes by. */
const knownDetails = ['last', 'head', 'serverTime'] as const;

function detailsOf({ code, details = {} }: ToldError): Record<string, unknown> {
  const known = knownDetails.filter((name) => Object.hasOwn(details, name));
  return { ...Object.fromEntries(known.map((name) => [name, details[name]])), cloud: code };
}

function readError(text: string): ToldError | undefined {
  try {
    const checked = cloudError.safeParse(JSON.parse(text));
    return checked.success ? checked.data.error : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date, in milliseconds from now; null for what is neither. An hour at most. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), mostRetryAfter) : null;
}

const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;

/** What it means that no answer came. */
export function failureOfNetwork(error: unknown, ranOut: boolean): Failure {
  if (ranOut) {
    return failure('sync-unreachable', {
      message: 'The cloud did not answer in time.',
      details: { cause: 'timeout' },
    });
  }
  const cause = causeOf(error);
  if (certificateCodes.test(cause)) return failure('sync-certificate', { details: { cause } });
  return failure('sync-unreachable', { details: { cause } });
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return causeOf(error.cause);
  return 'code' in error ? String(error.code) : error.message;
}
