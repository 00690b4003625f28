import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { countAgainst, inWords, registrationSubject, type Limits } from './throttle.ts';

/**
 * A whole shop may register behind one address on its opening day, and a web front end registers all its customers
 * from its own: 120 at once and one every five seconds for ever cost nothing. What is beyond that waits longer and
 * longer, so that nobody fills the books, or keeps the processor busy with passwords.
 */
const limits: Limits = { free: 120, firstDelay: 5_000, longestDelay: 15 * 60_000, forgetAfter: 5_000 };

/** Counts a registration from an address before its password is hashed. Fails with `sign-in-throttled`. */
export async function countRegistration(
  context: EngineContext,
  remoteAddress: string,
): Promise<Result<void, Failure>> {
  const subject = await registrationSubject(context, remoteAddress);
  return context.write((tx) => {
    const wait = countAgainst(context, tx, subject, limits);
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
