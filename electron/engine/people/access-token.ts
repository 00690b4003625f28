import { jwtVerify, SignJWT } from 'jose';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { keptClaims } from './kept-claims.ts';
import { sessionNow } from './session-time.ts';
import { tokenKey } from './token-key.ts';

const accessSeconds = 10 * 60;
const name = 'sukli';
const type = 'at+jwt';

type AccessClaims = { accountId: string; sessionId: string; epoch: number; expires: number };

const keyOf = perContext((context) => tokenKey(context, 'access-tokens'));

/** Signs an access token that ends after 10 minutes, or with its session (milliseconds of session time) if that is sooner. */
export async function signAccessToken(
  context: EngineContext,
  session: { accountId: string; sessionId: string; epoch: number; expires: number },
): Promise<{ token: string; lifeMilliseconds: number }> {
  const now = sessionNow(context);
  const issued = Math.floor(now / 1000);
  const expires = Math.min(issued + accessSeconds, Math.floor(session.expires / 1000));
  const token = await new SignJWT({ sid: session.sessionId, epoch: session.epoch })
    .setProtectedHeader({ alg: 'HS256', typ: type })
    .setSubject(session.accountId)
    .setIssuer(name)
    .setAudience(name)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(await keyOf(context));
  return { token, lifeMilliseconds: expires * 1000 - now };
}

const verified = keptClaims(verify);

/** What a token of ours says, or null for anything else. */
export async function readAccessToken(context: EngineContext, token: string): Promise<AccessClaims | null> {
  return verified(context, token, sessionNow(context));
}

async function verify(context: EngineContext, token: string, now: number): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, await keyOf(context), {
      algorithms: ['HS256'],
      typ: type,
      issuer: name,
      audience: name,
      requiredClaims: ['sub', 'sid', 'epoch', 'iat', 'exp'],
      maxTokenAge: accessSeconds,
      currentDate: new Date(now),
    });
    const { sub, exp } = payload;
    const { sid, epoch } = payload as { sid?: unknown; epoch?: unknown };
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null;
    if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) return null;
    return { accountId: sub, sessionId: sid, epoch, expires: exp * 1000 };
  } catch {
    return null;
  }
}
