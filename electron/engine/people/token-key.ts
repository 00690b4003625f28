import type { EngineContext } from '../context.ts';

/** A secret of this register as a key that signs and checks tokens. */
export async function tokenKey(context: EngineContext, name: string): Promise<CryptoKey> {
  const secret = new Uint8Array(await context.keys.secret(name));
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
