import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** `publicText`: the 32 bytes of the public half, base64url. */
export type SigningKey = { privateKey: KeyObject; publicKey: KeyObject; publicText: string };

/** An Ed25519 private key in PKCS #8 (RFC 8410) is these bytes and its seed of 32; a public one in SPKI likewise. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The Ed25519 key of a seed of 32 secret bytes: the same seed, the same key. */
export function signingKeyFrom(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('the public half of a key cannot be read');
  return { privateKey, publicKey, publicText: x };
}

/** The public key of its 32 bytes; null for a text that is none. */
export function publicKeyFrom(publicText: string): KeyObject | null {
  const bytes = Buffer.from(publicText, 'base64url');
  if (bytes.length !== 32) return null;
  return createPublicKey({ key: Buffer.concat([spkiPrefix, bytes]), format: 'der', type: 'spki' });
}
