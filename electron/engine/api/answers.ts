import { failures, isFailureCode } from '../../../shared/api/failures.ts';
import type { Failure } from '../../../shared/domain/result.ts';

/** No answer is taken for anything but what it says it is. Given when it is made: to add a header later costs more. */
export const asItIs = { 'x-content-type-options': 'nosniff' } as const;
const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...asItIs };

export function jsonAnswer(value: unknown, status: number, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...headers, ...more } });
}

/** The one shape of an error, with the status of its code. A code that is not in the registry is a bug of ours. */
export function failureAnswer(failed: Failure, more: Record<string, string> = {}): Response {
  const status = isFailureCode(failed.code) ? failures[failed.code].status : 500;
  const { code, message, field, details } = failed;
  const retryAfter = details?.['retryAfterSeconds'];
  return jsonAnswer(
    {
      error: {
        code,
        message,
        ...(field === undefined ? {} : { field }),
        ...(details === undefined ? {} : { details }),
      },
    },
    status,
    { ...more, ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}) },
  );
}
