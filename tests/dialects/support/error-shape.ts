import type { Family } from '../contract/matrix.ts';

type Json = Record<string, unknown>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const texts: ReadonlySet<string> = new Set(['detail', 'error', 'code', 'messages']);

/** Whether a body is an error as clients of a family read it: `detail` or `error` texts, or fields with lists of texts. */
export function isErrorOf(family: Family, body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const entries = Object.entries(body as Json);
  if (entries.length === 0) return false;
  if (family === '002')
    return entries.every(([key, value]) => (key === 'error' || key === 'detail') && isText(value));
  return entries.every(([key, value]) => {
    if (key === 'messages') return Array.isArray(value);
    if (texts.has(key) && isText(value)) return true;
    return Array.isArray(value) && value.length > 0 && value.every(isText);
  });
}
