import type { LookupAnswer } from '../../shared/api/lookup.ts';
import { request } from './client.ts';

/** What a scanned or typed code stands for; throws `ApiFailure` with `code-unknown` when nothing has it. */
export function lookUpCode(code: string, signal?: AbortSignal): Promise<LookupAnswer> {
  return request(`/lookup/${encodeURIComponent(code)}`, { signal });
}
