import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';

/** What cards are signed with. `kid` names the key on the card: another shop's card is told from a forged one of ours. */
export type CardKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject };

/** An Ed25519 private key in PKCS #8 (RFC 8410) is these bytes and its seed of 32. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const keptOf = perContext((): { key?: CardKey } => ({}));

/** The shop's key, made from its secret `card-signing`: the same ever after, and never in the database. */
export async function cardKeyOf(context: EngineContext): Promise<CardKey> {
  const kept = keptOf(context);
  kept.key ??= cardKeyFrom(await context.keys.secret('card-signing'));
  return kept.key;
}

function cardKeyFrom(seed: Uint8Array): CardKey {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('the public key of cards cannot be read');
  const digest = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('base64url');
  return { kid: digest.slice(0, 8), privateKey, publicKey };
}
