import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { countAgainst, inWords } from './throttle.ts';
import { registrationSubject } from './throttle-subjects.ts';

/** Counts a registration from an address before its password is hashed. Fails with `sign-in-throttled`. */
export async function countRegistration(
  context: EngineContext,
  remoteAddress: string,
): Promise<Result<void, Failure>> {
  const subject = await registrationSubject(context, remoteAddress);
  return context.write((tx) => {
    const wait = countAgainst(context, tx, subject);
    if (wait === 0) return ok(undefined);
    const retryAfterSeconds = Math.ceil(wait / 1000);
    return fail(
      failure('sign-in-throttled', {
        message: `Too many registrations from here. Please wait ${inWords(retryAfterSeconds)}.`,
        details: { retryAfterSeconds },
      }),
    );
  });
}
