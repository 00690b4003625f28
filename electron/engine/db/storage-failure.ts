import { failure } from '../../../shared/api/failures.ts';
import type { Failure } from '../../../shared/domain/result.ts';

/** What to say when the disk failed and not the program: it is full, or cannot be read or written; otherwise undefined. */
export function storageFailure(error: unknown): Failure | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return failure('disk-full');
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code))
    return failure('disk-fault', { details: { cause: code } });
  return undefined;
}
