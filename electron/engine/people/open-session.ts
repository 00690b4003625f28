import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { AccountRow } from './account-statements.ts';
import { firstRefreshToken, hashRefreshToken, type RefreshToken } from './refresh-token.ts';
import { dropExpired, insertSession, touchAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';

/** A working day and some: then everybody signs in again, however often the token was refreshed. */
const sessionMilliseconds = 14 * 60 * 60_000;

export type SignedInAccount = Pick<
  AccountRow,
  'row_id' | 'id' | 'username' | 'display_name' | 'role' | 'session_epoch'
>;

/** A session that was opened or refreshed; `expires` is in milliseconds of session time. */
export type OpenSession = { account: SignedInAccount; token: RefreshToken; expires: number };

/** Opens a session inside the transaction of the sign-in. */
export function openSession(
  context: EngineContext,
  tx: WritableDatabase,
  account: SignedInAccount,
): OpenSession {
  const now = sessionNow(context);
  const expires = now + sessionMilliseconds;
  const token = firstRefreshToken(context, context.ids.uuid());
  tx.run(dropExpired, { accountRowId: account.row_id, now: instantOf(now) });
  tx.run(insertSession, {
    id: token.sessionId,
    accountRowId: account.row_id,
    epoch: account.session_epoch,
    refreshHash: hashRefreshToken(token),
    at: instantOf(now),
    expiresAt: instantOf(expires),
  });
  tx.run(touchAccount, { rowId: account.row_id, at: instantOf(context.clock.now()) });
  return { account, token, expires };
}
