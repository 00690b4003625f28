import { createHmac, createSecretKey } from 'node:crypto';
import { jwtVerify } from 'jose';
import type { EngineContext } from '../context.ts';
import { keptClaims } from './kept-claims.ts';
import { perContext } from '../per-context.ts';
import { sessionNow } from './session-time.ts';
import { tokenKey } from './token-key.ts';

/** What a token of the dialects says, each part only where it is of the right type; `expires` in milliseconds. */
export type DialectClaims = {
  tokenType: string | null;
  tokenId: string | null;
  /** The account's integer id. */
  userId: number | null;
  customerCode: string | null;
  expires: number;
};

const keyName = 'dialect-tokens';
const keyOf = perContext((context) => tokenKey(context, keyName));
const secretOf = perContext(async (context) => createSecretKey(await context.keys.secret(keyName)));
const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/**
 * Signs the claims in their order, under the header that SimpleJWT and the original of 002 write. On this thread: it
 * takes some microseconds, while in the thread pool it would wait behind the passwords that are being hashed.
 */
export async function signDialectToken(
  context: EngineContext,
  claims: Record<string, string | number>,
): Promise<string> {
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  const signature = createHmac('sha256', await secretOf(context))
    .update(signed)
    .digest('base64url');
  return `${signed}.${signature}`;
}

const verified = keptClaims(verify);

/** What a token that this register signed for the dialects says, or null when it is none or has expired. */
export function readDialectToken(
  context: EngineContext,
  token: string,
): DialectClaims | null | Promise<DialectClaims | null> {
  return verified(context, token, sessionNow(context));
}

async function verify(context: EngineContext, token: string, now: number): Promise<DialectClaims | null> {
  try {
    const { payload } = await jwtVerify(token, await keyOf(context), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    return {
      tokenType: textOf(payload['token_type']),
      tokenId: textOf(payload.jti),
      userId: idOf(payload['user_id']),
      customerCode: textOf(payload['customer_id']),
      expires: (payload.exp ?? 0) * 1000,
    };
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** SimpleJWT wrote integers, later versions write texts. */
function idOf(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}
