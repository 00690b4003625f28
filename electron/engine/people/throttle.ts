import { createHmac } from 'node:crypto';
import { failure } from '../../../shared/api/failures.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { callerOf, isAtTheTill } from './address-of-caller.ts';

export type Limits = {
  /** How many cost nothing yet. */
  free: number;
  firstDelay: number;
  longestDelay: number;
  /** Quiet time, after the last block, in which one is forgotten. */
  forgetAfter: number;
};

const signInLimits: Limits = {
  free: 5,
  firstDelay: 5_000,
  longestDelay: 15 * 60_000,
  forgetAfter: 10 * 60_000,
};
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
 * What a sign-in is counted under. Attempts over the network are counted apart from those at the till, so that nobody
 * out there can lock the cashier out, and under their address too. Names are keyed: the table tells none.
 */
export async function throttleSubjects(
  context: EngineContext,
  attempt: { usernameFold: string } | 'pin',
  remoteAddress: string,
): Promise<string[]> {
  const secret = await context.keys.secret('sign-in-throttles');
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const atTheTill = isAtTheTill(remoteAddress);
  const place = atTheTill ? 'till' : 'network';
  const who = attempt === 'pin' ? `pin:${place}` : nameSubject(keyed, attempt.usernameFold, place);
  return atTheTill ? [who] : [`address:${keyed(callerOf(remoteAddress))}`, who];
}

/** What registrations from an address are counted under. */
export async function registrationSubject(context: EngineContext, remoteAddress: string): Promise<string> {
  const secret = await context.keys.secret('sign-in-throttles');
  const caller = createHmac('sha256', secret).update(callerOf(remoteAddress)).digest('base64url');
  return `registration:${caller}`;
}

/**
 * Counts something that is limited by itself, not by its failing. Answers the milliseconds that it has to wait; 0 and
 * counted when it need not.
 */
export function countAgainst(
  context: EngineContext,
  tx: WritableDatabase,
  subject: string,
  limits: Limits,
): number {
  const now = context.clock.now();
  const known = tx.first(readThrottle, { subject });
  // A clock that was set back must not make the block longer than it was.
  const wait = known === undefined ? 0 : Math.min(known.blocked_until - now, limits.longestDelay);
  if (wait > 0) return wait;
  const count = remembered(known, now, limits) + 1;
  tx.run(putThrottle, { subject, failures: count, blockedUntil: now + delayOf(count, limits), now });
  return 0;
}

/** The subjects of one account's name, at every place. */
export async function subjectsOfName(context: EngineContext, usernameFold: string): Promise<string[]> {
  const secret = await context.keys.secret('sign-in-throttles');
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return ['till', 'network'].map((place) => nameSubject(keyed, usernameFold, place));
}

function nameSubject(keyed: (text: string) => string, usernameFold: string, place: string): string {
  return `name:${place}:${keyed(usernameFold)}`;
}

/** How many more attempts at this subject may fail without a delay; 0 while one is due. */
export function failuresLeft(context: EngineContext, subject: string): number {
  return Math.max(
    0,
    signInLimits.free - remembered(context.read.first(readThrottle, { subject }), context.clock.now()),
  );
}

/** Fails with `sign-in-throttled` while one of the subjects is blocked. */
export async function refuseWhileBlocked(
  context: EngineContext,
  subjects: readonly string[],
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
async function waitFor(context: EngineContext, subject: string): Promise<number> {
  const known = context.read.first(readThrottle, { subject });
  const now = context.clock.now();
  if (known === undefined || known.failures < signInLimits.free || known.blocked_until <= now) return 0;
  if (now >= known.last_failure_at) return known.blocked_until - now;
  const delay = delayOf(known.failures);
  await context.write((tx) => {
    tx.run(putThrottle, { subject, failures: known.failures, blockedUntil: now + delay, now });
    return ok(undefined);
  });
  return delay;
}

/** Counts a failed attempt under each subject; tells the largest count. */
export function countFailure(
  context: EngineContext,
  tx: WritableDatabase,
  subjects: readonly string[],
): number {
  const now = context.clock.now();
  tx.run(dropForgotten, { before: now - dropAfter });
  const counts = subjects.map((subject) => {
    const failures = remembered(tx.first(readThrottle, { subject }), now) + 1;
    tx.run(putThrottle, { subject, failures, blockedUntil: now + delayOf(failures), now });
    return failures;
  });
  return Math.max(...counts);
}

export function forgetFailures(tx: WritableDatabase, subjects: readonly string[]): void {
  for (const subject of subjects) tx.run(dropThrottle, { subject });
}

function remembered(known: Throttle | undefined, now: number, { forgetAfter } = signInLimits): number {
  if (known === undefined) return 0;
  const quiet = Math.max(0, now - Math.max(known.blocked_until, known.last_failure_at));
  return Math.max(0, known.failures - Math.floor(quiet / forgetAfter));
}

function delayOf(failures: number, { free, firstDelay, longestDelay } = signInLimits): number {
  return failures < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** (failures - free));
}

export function inWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
