import { createHmac } from 'node:crypto';
import type { EngineContext } from '../context.ts';
import { callerOf, isAtTheTill } from './address-of-caller.ts';

export type Limits = {
  /** How many cost nothing yet. */
  free: number;
  firstDelay: number;
  longestDelay: number;
  /** Quiet time, after the last block, in which one is forgotten. */
  forgetAfter: number;
};

/** What attempts are counted under, and how many of them are too many. */
export type Subject = { key: string; limits: Limits };

/** Where an attempt comes from; `through` the till's own screens, or an interface for clients on the web. */
export type AttemptFrom = { remoteAddress: string; through: 'screens' | 'web' };

type Place = 'till' | 'web' | 'network';

const personLimits: Limits = {
  free: 5,
  firstDelay: 5_000,
  longestDelay: 15 * 60_000,
  forgetAfter: 10 * 60_000,
};

/**
 * A whole shop may register behind one address on its opening day, and a web front end registers and signs in all its
 * customers from its own: 120 at once and one every five seconds for ever cost nothing. What is beyond that waits
 * longer and longer, so that nobody fills the books, or keeps the processor busy with passwords.
 */
const crowdLimits: Limits = { free: 120, firstDelay: 5_000, longestDelay: 15 * 60_000, forgetAfter: 5_000 };

/**
 * What a sign-in is counted under: the name, or all PINs together, at one of three places that know nothing of each
 * other. `till` is `/api/v1` on this computer, asked by our own screens or by a program without an origin; `web` is
 * whatever else asks on this computer (a dialect, a page of another origin); `network` is every other computer. So
 * nobody but who stands at the till can lock the cashier out of it. Callers at `web` and `network` are counted
 * themselves too, whatever name they try; at `web` as a crowd, because a web front end asks for all its customers.
 * Names and addresses are keyed: the table tells none.
 */
export async function signInSubjects(
  context: EngineContext,
  attempt: { usernameFold: string } | 'pin',
  from: AttemptFrom,
): Promise<Subject[]> {
  const keyed = await keyOf(context);
  const place = placeOf(from);
  const who =
    attempt === 'pin'
      ? { key: `pin:${place}`, limits: personLimits }
      : nameSubject(keyed, attempt.usernameFold, place);
  if (place === 'till') return [who];
  const caller = keyed(callerOf(from.remoteAddress));
  return place === 'web'
    ? [{ key: `web:${caller}`, limits: crowdLimits }, who]
    : [{ key: `address:${caller}`, limits: personLimits }, who];
}

/** What registrations from an address are counted under. */
export async function registrationSubject(context: EngineContext, remoteAddress: string): Promise<Subject> {
  const keyed = await keyOf(context);
  return { key: `registration:${keyed(callerOf(remoteAddress))}`, limits: crowdLimits };
}

/** What wrong PINs of approvals are counted under: the person who asks for them. */
export function approvalSubject(askedById: string): Subject {
  return { key: `approval:${askedById}`, limits: personLimits };
}

/** The subjects of one account's name, at every place. */
export async function subjectsOfName(context: EngineContext, usernameFold: string): Promise<Subject[]> {
  const keyed = await keyOf(context);
  const places: Place[] = ['till', 'web', 'network'];
  return places.map((place) => nameSubject(keyed, usernameFold, place));
}

/** Whether a subject is one account's name: the only one that its right password clears. */
export function isOfName({ key }: Subject): boolean {
  return key.startsWith('name:');
}

function placeOf({ remoteAddress, through }: AttemptFrom): Place {
  if (!isAtTheTill(remoteAddress)) return 'network';
  return through === 'screens' ? 'till' : 'web';
}

function nameSubject(keyed: (text: string) => string, usernameFold: string, place: Place): Subject {
  return { key: `name:${place}:${keyed(usernameFold)}`, limits: personLimits };
}

async function keyOf(context: EngineContext): Promise<(text: string) => string> {
  const secret = await context.keys.secret('sign-in-throttles');
  return (text) => createHmac('sha256', secret).update(text).digest('base64url');
}
