import { failure } from '../../../shared/api/failures.ts';
import type { SignInRequest } from '../../../shared/api/people.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { accountByFold, accountById, accountByPin, type AccountRow } from './account-statements.ts';
import { isAtTheTill } from './address-of-caller.ts';
import { openSession, type OpenSession } from './open-session.ts';
import { verifyPassword } from './password.ts';
import { pinKey, verifyPin } from './pin.ts';
import { hashRefreshToken, isSameHash, type RefreshToken } from './refresh-token.ts';
import { endSession, sessionWithAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';
import { takeTurn } from './take-turn.ts';
import { countFailure, forgetFailures, refuseWhileBlocked, throttled, throttleSubjects } from './throttle.ts';
import { foldUsername } from './username.ts';

type Way = 'password' | 'pin';
type Caller = { remoteAddress: string; replaced: RefreshToken | undefined };

/**
 * Signs in by name and password, or by PIN alone. Fails with `sign-in-failed`, whatever was wrong, and with
 * `sign-in-throttled` after too many failures. A session whose cookie comes along ends: the new one takes its place.
 */
export async function signIn(
  context: EngineContext,
  request: SignInRequest,
  caller: Caller,
): Promise<Result<OpenSession, Failure>> {
  const way: Way = 'pin' in request ? 'pin' : 'password';
  // A PIN is short, and bound to its register: over the shop's network it takes a password.
  if (way === 'pin' && !isAtTheTill(caller.remoteAddress)) return fail(failure('pin-at-the-till'));
  const attempt = 'pin' in request ? ('pin' as const) : { usernameFold: foldUsername(request.username) };
  const subjects = await throttleSubjects(context, attempt, caller.remoteAddress);
  const answer = await takeTurn(context, subjects, async () => {
    const free = await refuseWhileBlocked(context, subjects);
    if (!free.ok) return free;
    const account = await identify(context, request);
    if (account === undefined) return refuse(context, way, subjects);
    return admit(context, account, way, subjects, caller.replaced);
  });
  return answer ?? fail(throttled(1000));
}

/** The account that these credentials are right for. Takes as long for none as for one. */
async function identify(context: EngineContext, request: SignInRequest): Promise<AccountRow | undefined> {
  if ('pin' in request) {
    const account = context.read.first(accountByPin, { pinKey: await pinKey(context, request.pin) });
    const isRight = await verifyPin(context, account?.pin_hash, request.pin);
    return isRight && account?.status === 'active' ? account : undefined;
  }
  const account = context.read.first(accountByFold, { usernameFold: foldUsername(request.username) });
  const isRight = await verifyPassword(account?.password_hash, request.password);
  return isRight && account?.status === 'active' ? account : undefined;
}

async function refuse(
  context: EngineContext,
  way: Way,
  subjects: readonly string[],
): Promise<Result<never, Failure>> {
  const counted = await context.write((tx) => {
    const failures = countFailure(context, tx, subjects);
    append(context, tx, { kind: 'sign-in.failed', body: { way, failures }, actor: 'unknown' });
    return ok(undefined);
  });
  return counted.ok ? fail(failure('sign-in-failed')) : counted;
}

function admit(
  context: EngineContext,
  verified: AccountRow,
  way: Way,
  subjects: readonly string[],
  replaced: RefreshToken | undefined,
): Promise<Result<OpenSession, Failure>> {
  return context.write((tx) => {
    const account = tx.first(accountById, { id: verified.id });
    // Disabled, or given another password, while this one was being hashed.
    if (account === undefined || !isAsVerified(account, verified)) return fail(failure('sign-in-failed'));
    // Whoever knows one PIN must not be able to try others without end, so only a password clears its own count.
    if (way === 'password')
      forgetFailures(
        tx,
        subjects.filter((subject) => subject.startsWith('name:')),
      );
    if (replaced !== undefined) endReplaced(context, tx, replaced);
    return ok(openSession(context, tx, account));
  });
}

function isAsVerified(account: AccountRow, verified: AccountRow): boolean {
  return (
    account.status === 'active' &&
    account.session_epoch === verified.session_epoch &&
    account.password_hash === verified.password_hash &&
    account.pin_hash === verified.pin_hash
  );
}

function endReplaced(context: EngineContext, tx: WritableDatabase, token: RefreshToken): void {
  const session = tx.first(sessionWithAccount, { id: token.sessionId });
  if (session === undefined || !isSameHash(session.refresh_hash, hashRefreshToken(token))) return;
  tx.run(endSession, { id: token.sessionId, at: instantOf(sessionNow(context)), because: 'replaced' });
}
