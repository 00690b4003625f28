import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { pushOnce } from './push-once.ts';

/** Steps in a row by which nothing more is sent; a cloud that is well ends them long before. */
export const mostStepsInVain = 20;

/** Sends until nothing waits. Fails as `pushOnce` does, and with `sync-fault` where that comes to no end. */
export async function sendAll(context: EngineContext): Promise<Result<void, Failure>> {
  for (let inVain = 0; inVain < mostStepsInVain; inVain += 1) {
    const pushed = await pushOnce(context);
    if (!pushed.ok) return pushed;
    if (pushed.value.did === 'nothing' && pushed.value.waiting === 0) return ok(undefined);
    if (pushed.value.sent > 0) inVain = 0;
  }
  return fail(failure('sync-fault', { details: { cause: 'nothing more was taken' } }));
}
