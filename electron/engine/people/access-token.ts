import { jwtVerify, SignJWT } from 'jose';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { sessionNow } from './session-time.ts';

const accessSeconds = 10 * 60;
const mostCharacters = 4096;
const mostCached = 10_000;
const name = 'sukli';
const type = 'at+jwt';

type AccessClaims = { accountId: string; sessionId: string; epoch: number; expires: number };

const keyOf = perContext(async (context) =>
  crypto.subtle.importKey(
    'raw',
    new Uint8Array(await context.keys.secret('access-tokens')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  ),
);
const verifiedOf = perContext(() => new Map<string, AccessClaims>());

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

/**
 * What a token of ours says, or null for anything else. A signature is checked once: the claims are kept until the
 * token expires, which says nothing about the account and the session; those are asked at every request.
 */
export async function readAccessToken(context: EngineContext, token: string): Promise<AccessClaims | null> {
  if (token.length > mostCharacters) return null;
  const now = sessionNow(context);
  const verified = verifiedOf(context);
  const known = verified.get(token);
  if (known !== undefined) {
    if (known.expires > now) return known;
    verified.delete(token);
    return null;
  }
  const claims = await verify(await keyOf(context), token, now);
  if (claims === null) return null;
  if (verified.size >= mostCached) makeRoom(verified, now);
  verified.set(token, claims);
  return claims;
}

async function verify(key: CryptoKey, token: string, now: number): Promise<AccessClaims | null> {
  if (!isCanonical(token)) return null;
  try {
    const { payload } = await jwtVerify(token, key, {
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

/** The last character of a signature has two bits that decoders drop: only one of its four spellings is a token of ours. */
function isCanonical(token: string): boolean {
  const signature = /^[\w-]+\.[\w-]+\.([\w-]{43})$/.exec(token)?.[1];
  return signature !== undefined && Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

function makeRoom(verified: Map<string, AccessClaims>, now: number): void {
  for (const [token, { expires }] of verified) if (expires <= now) verified.delete(token);
  for (const token of verified.keys()) {
    if (verified.size < mostCached) return;
    verified.delete(token);
  }
}
