import { failure } from '../../../shared/api/failures.ts';
import type { SignInRequest } from '../../../shared/api/people.ts';
import { fail, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { isAtTheTill } from './address-of-caller.ts';
import { checkCredentials, type Credentials } from './check-credentials.ts';
import { openSession, type OpenSession } from './open-session.ts';
import { hashRefreshToken, isSameHash, type RefreshToken } from './refresh-token.ts';
import { endSession, sessionWithAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';
import type { AttemptFrom } from './throttle-subjects.ts';

/**
 * Signs in by name and password, or by PIN alone. Fails with `sign-in-failed`, whatever was wrong, and with
 * `sign-in-throttled` after too many failures. The session `replaced`, whose cookie came along, ends: the new one
 * takes its place.
 */
export async function signIn(
  context: EngineContext,
  request: SignInRequest,
  from: AttemptFrom,
  replaced: RefreshToken | undefined,
): Promise<Result<OpenSession, Failure>> {
  // A PIN is short, and bound to its register: over the shop's network it takes a password.
  if ('pin' in request && !isAtTheTill(from.remoteAddress)) return fail(failure('pin-at-the-till'));
  return checkCredentials(context, credentialsOf(request), from, (tx, account) => {
    if (replaced !== undefined) endReplaced(context, tx, replaced);
    return openSession(context, tx, account);
  });
}

function credentialsOf(request: SignInRequest): Credentials {
  if ('pin' in request) return { by: 'pin', pin: request.pin };
  return { by: 'till', login: request.username, password: request.password };
}

function endReplaced(context: EngineContext, tx: WritableDatabase, token: RefreshToken): void {
  const session = tx.first(sessionWithAccount, { id: token.sessionId });
  if (session === undefined || !isSameHash(session.refresh_hash, hashRefreshToken(token))) return;
  tx.run(endSession, { id: token.sessionId, at: instantOf(sessionNow(context)), because: 'replaced' });
}
