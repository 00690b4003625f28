import { failure } from '../../../shared/api/failures.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import type { Limits, Subject } from './throttle-subjects.ts';

const dropAfter = 24 * 60 * 60_000;

type Throttle = { failures: number; blocked_until: number; last_failure_at: number };

const readThrottle = query<{ subject: string }>()((b, p) =>
  b
    .selectFrom('throttles')
    .select(['failures', 'blocked_until', 'last_failure_at'])
    .where('subject', '=', p('subject')),
);
const putThrottle = query<{ subject: string; failures: number; blockedUntil: number; now: number }>()(
  (b, p) =>
    b.replaceInto('throttles').values({
      subject: p('subject'),
      failures: p('failures'),
      blocked_until: p('blockedUntil'),
      last_failure_at: p('now'),
    }),
);
const dropThrottle = query<{ subject: string }>()((b, p) =>
  b.deleteFrom('throttles').where('subject', '=', p('subject')),
);
const dropForgotten = query<{ before: number }>()((b, p) =>
  b
    .deleteFrom('throttles')
    .where('last_failure_at', '<', p('before'))
    .where('blocked_until', '<', p('before')),
);

/**
 * Counts something that is limited by itself, not by its failing. Answers the milliseconds that it has to wait; 0 and
 * counted when it need not.
 */
export function countAgainst(context: EngineContext, tx: WritableDatabase, { key, limits }: Subject): number {
  const now = context.clock.now();
  const known = tx.first(readThrottle, { subject: key });
  // A clock that was set back must not make the block longer than it was.
  const wait = known === undefined ? 0 : Math.min(known.blocked_until - now, limits.longestDelay);
  if (wait > 0) return wait;
  const count = remembered(known, now, limits) + 1;
  tx.run(putThrottle, { subject: key, failures: count, blockedUntil: now + delayOf(count, limits), now });
  return 0;
}

/** How many more attempts at this subject may fail without a delay; 0 while one is due. */
export function failuresLeft(context: EngineContext, { key, limits }: Subject): number {
  const known = context.read.first(readThrottle, { subject: key });
  return Math.max(0, limits.free - remembered(known, context.clock.now(), limits));
}

/** Fails with `sign-in-throttled` while one of the subjects is blocked. */
export async function refuseWhileBlocked(
  context: EngineContext,
  subjects: readonly Subject[],
): Promise<Result<void, Failure>> {
  let wait = 0;
  for (const subject of subjects) wait = Math.max(wait, await waitFor(context, subject));
  if (wait === 0) return ok(undefined);
  return { ok: false, failure: throttled(wait) };
}

export function throttled(milliseconds: number): Failure {
  const retryAfterSeconds = Math.ceil(milliseconds / 1000);
  return failure('sign-in-throttled', {
    message: `Too many failed attempts. Please wait ${inWords(retryAfterSeconds)}.`,
    details: { retryAfterSeconds },
  });
}

/**
 * A clock that was set back to before the last failure would make the block last for as long as it was set back, or
 * end it: the block then starts again from now.
 */
async function waitFor(context: EngineContext, { key, limits }: Subject): Promise<number> {
  const known = context.read.first(readThrottle, { subject: key });
  const now = context.clock.now();
  if (known === undefined || known.failures < limits.free || known.blocked_until <= now) return 0;
  if (now >= known.last_failure_at) return known.blocked_until - now;
  const delay = delayOf(known.failures, limits);
  await context.write((tx) => {
    tx.run(putThrottle, { subject: key, failures: known.failures, blockedUntil: now + delay, now });
    return ok(undefined);
  });
  return delay;
}

/** Counts a failed attempt under each subject; tells the largest count. */
export function countFailure(
  context: EngineContext,
  tx: WritableDatabase,
  subjects: readonly Subject[],
): number {
  const now = context.clock.now();
  tx.run(dropForgotten, { before: now - dropAfter });
  const counts = subjects.map(({ key, limits }) => {
    const failures = remembered(tx.first(readThrottle, { subject: key }), now, limits) + 1;
    tx.run(putThrottle, { subject: key, failures, blockedUntil: now + delayOf(failures, limits), now });
    return failures;
  });
  return Math.max(...counts);
}

export function forgetFailures(tx: WritableDatabase, subjects: readonly Subject[]): void {
  for (const { key } of subjects) tx.run(dropThrottle, { subject: key });
}

function remembered(known: Throttle | undefined, now: number, { forgetAfter }: Limits): number {
  if (known === undefined) return 0;
  const quiet = Math.max(0, now - Math.max(known.blocked_until, known.last_failure_at));
  return Math.max(0, known.failures - Math.floor(quiet / forgetAfter));
}

function delayOf(failures: number, { free, firstDelay, longestDelay }: Limits): number {
  return failures < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** (failures - free));
}

export function inWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
