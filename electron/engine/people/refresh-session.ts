import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import type { OpenSession } from './open-session.ts';
import {
  hashRefreshToken,
  isSameHash,
  nextRefreshToken,
  refreshSecret,
  type RefreshToken,
} from './refresh-token.ts';
import { endSession, rotateSession, sessionWithAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';

/** How long the immediate predecessor is still good: two tabs, or an answer that got lost. */
const graceMilliseconds = 10_000;

type Session = NonNullable<(typeof sessionWithAccount)['row']>;

/**
 * Takes a refresh token for its successor. The predecessor of the current one gets the same successor for ten seconds;
 * any other token of this session was copied somewhere, so the session ends for everybody. Fails with `not-signed-in`.
 */
export async function refreshSession(
  context: EngineContext,
  token: RefreshToken | undefined,
): Promise<Result<OpenSession, Failure>> {
  if (token === undefined) return fail(failure('not-signed-in'));
  const secret = await refreshSecret(context);
  const refreshed = await context.write((tx): Result<OpenSession | undefined, Failure> => {
    const session = tx.first(sessionWithAccount, { id: token.sessionId });
    if (session === undefined || !isOpen(session, sessionNow(context))) return ok(undefined);
    const next = nextRefreshToken(token, secret);
    if (isSameHash(session.refresh_hash, hashRefreshToken(token))) rotate(context, tx, session, token, next);
    else if (!isPredecessor(session, token, sessionNow(context))) {
      endReused(context, tx, session, token);
      return ok(undefined);
    }
    return ok({ account: session, token: next, expires: Date.parse(session.expires_at) });
  });
  if (!refreshed.ok) return refreshed;
  return refreshed.value === undefined ? fail(failure('not-signed-in')) : ok(refreshed.value);
}

function isOpen(session: Session, now: number): boolean {
  return (
    session.ended_at === null &&
    Date.parse(session.expires_at) > now &&
    session.status === 'active' &&
    session.epoch === session.session_epoch
  );
}

function isPredecessor(session: Session, token: RefreshToken, now: number): boolean {
  if (session.rotated_at === null || !isSameHash(session.previous_hash, hashRefreshToken(token)))
    return false;
  return now - Date.parse(session.rotated_at) <= graceMilliseconds;
}

function rotate(
  context: EngineContext,
  tx: WritableDatabase,
  session: Session,
  token: RefreshToken,
  next: RefreshToken,
): void {
  tx.run(rotateSession, {
    rowId: session.session_row_id,
    refreshHash: hashRefreshToken(next),
    previousHash: hashRefreshToken(token),
    at: instantOf(sessionNow(context)),
  });
}

function endReused(
  context: EngineContext,
  tx: WritableDatabase,
  session: Session,
  token: RefreshToken,
): void {
  const because = 'refresh-token-reused';
  tx.run(endSession, { id: token.sessionId, at: instantOf(sessionNow(context)), because });
  append(context, tx, {
    kind: 'account.sessions-ended',
    body: { accountId: session.id, because },
    actor: 'system',
  });
}
