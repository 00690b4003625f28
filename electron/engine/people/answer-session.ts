import type { Me, SessionAnswer } from '../../../shared/api/people.ts';
import { permissionsOf } from '../../../shared/domain/permissions.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { reply, type Reply } from '../route.ts';
import { signAccessToken } from './access-token.ts';
import type { OpenSession, SignedInAccount } from './open-session.ts';
import { refreshCookie } from './refresh-cookie.ts';
import { sessionNow } from './session-time.ts';

/** The answer to a sign-in or a refresh: the access token in the body, the refresh token in its cookie alone. */
export async function answerSession(
  context: EngineContext,
  request: Request,
  session: OpenSession,
): Promise<Reply<SessionAnswer>> {
  const { account, token, expires } = session;
  const access = await signAccessToken(context, {
    accountId: account.id,
    sessionId: token.sessionId,
    epoch: account.session_epoch,
    expires,
  });
  const seconds = Math.floor((expires - sessionNow(context)) / 1000);
  return reply({
    value: {
      accessToken: access.token,
      expiresAt: instantOf(context.clock.now() + access.lifeMilliseconds),
      account: meOf(account),
    },
    headers: { 'set-cookie': refreshCookie(request, token, seconds) },
  });
}

function meOf(account: SignedInAccount): Me {
  return {
    id: account.id,
    username: account.username,
    displayName: account.display_name,
    role: account.role,
    permissions: permissionsOf(account.role),
  };
}
