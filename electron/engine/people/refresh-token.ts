import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { EngineContext } from '../context.ts';

/** `<session id>.<32 bytes, base64url>`: the id finds the session also when a token of long ago comes back. */
export type RefreshToken = { sessionId: string; text: string };

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/;

export function firstRefreshToken(context: EngineContext, sessionId: string): RefreshToken {
  return tokenOf(sessionId, context.ids.bytes(32));
}

/**
 * The token that follows. It is made from the one before with a secret of this register, so that a client which never
 * got the answer to its refresh can be given the very same successor again, although only its hash is stored.
 */
export function nextRefreshToken(token: RefreshToken, secret: Uint8Array): RefreshToken {
  return tokenOf(token.sessionId, createHmac('sha256', secret).update(token.text).digest());
}

export function readRefreshToken(text: string | undefined): RefreshToken | undefined {
  const sessionId = text === undefined ? undefined : shape.exec(text)?.[1];
  return text === undefined || sessionId === undefined ? undefined : { sessionId, text };
}

export function hashRefreshToken(token: RefreshToken): Uint8Array {
  return createHash('sha256').update(token.text).digest();
}

export function isSameHash(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && one.length === other.length && timingSafeEqual(one, other);
}

export function refreshSecret(context: EngineContext): Promise<Uint8Array> {
  return context.keys.secret('refresh-tokens');
}

function tokenOf(sessionId: string, bytes: Uint8Array): RefreshToken {
  return { sessionId, text: `${sessionId}.${Buffer.from(bytes).toString('base64url')}` };
}
