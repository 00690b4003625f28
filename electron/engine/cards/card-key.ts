import { createHash, type KeyObject } from 'node:crypto';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { signingKeyFrom } from '../signing-key.ts';

/** What cards are signed with. `kid` names the key on the card: another shop's card is told from a forged one of ours. */
export type CardKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject; publicText: string };

const keptOf = perContext((): { key?: CardKey } => ({}));

/** The shop's key, made from its secret `card-signing`: the same ever after, and never in the database. */
export async function cardKeyOf(context: EngineContext): Promise<CardKey> {
  const kept = keptOf(context);
  kept.key ??= cardKeyFrom(await context.keys.secret('card-signing'));
  return kept.key;
}

function cardKeyFrom(seed: Uint8Array): CardKey {
  const { privateKey, publicKey, publicText } = signingKeyFrom(seed);
  const digest = createHash('sha256').update(Buffer.from(publicText, 'base64url')).digest('base64url');
  return { kid: digest.slice(0, 8), privateKey, publicKey, publicText };
}
