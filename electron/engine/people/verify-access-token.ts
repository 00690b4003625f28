import { permissionsOf } from '../../../shared/domain/permissions.ts';
import type { Actor, EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { readAccessToken } from './access-token.ts';
import { sessionNow } from './session-time.ts';

const sessionAndAccount = query<{ sessionId: string }>()((b, p) =>
  b
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.row_id', 'sessions.account_row_id')
    .select([
      'sessions.epoch',
      'sessions.expires_at',
      'sessions.ended_at',
      'accounts.row_id',
      'accounts.id',
      'accounts.username',
      'accounts.display_name',
      'accounts.role',
      'accounts.status',
      'accounts.session_epoch',
    ])
    .where('sessions.id', '=', p('sessionId')),
);

/**
 * Who acts with this access token, or null. Session and account are read as they are now, so that signing out,
 * disabling, a new role or a new password act at the very next request.
 */
export async function verifyAccessToken(context: EngineContext, token: string): Promise<Actor | null> {
  const claims = await readAccessToken(context, token);
  if (claims === null) return null;
  const found = context.read.first(sessionAndAccount, { sessionId: claims.sessionId });
  if (found === undefined || found.id !== claims.accountId || found.status !== 'active') return null;
  if (found.ended_at !== null || Date.parse(found.expires_at) <= sessionNow(context)) return null;
  // A session that a password change spared has moved to the new epoch; its token still tells the old one.
  if (found.epoch !== found.session_epoch || claims.epoch > found.session_epoch) return null;
  return {
    accountId: found.id,
    accountRowId: found.row_id,
    sessionId: claims.sessionId,
    username: found.username,
    displayName: found.display_name,
    role: found.role,
    permissions: permissionsOf(found.role),
  };
}
