import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';

const thisComputer = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address of a cloud as it is kept: https, or http on this computer, without what follows the path. */
export function cloudAddress(text: string): Result<string, Failure> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && thisComputer.has(url.hostname))) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (!isSafe) return fail(failure('sync-address', { field: 'url' }));
  return ok(url.href.replace(/\/+$/, ''));
}
