import { sign } from 'node:crypto';
import { perContext } from '../per-context.ts';
import { signingKeyFrom, type SigningKey } from '../signing-key.ts';

/** The register's own key, made from its secret `z-reports`: the same ever after, and never in the database. */
export const reportKeyOf = perContext(async (context): Promise<SigningKey> =>
  signingKeyFrom(await context.keys.secret('z-reports')),
);

/** Ed25519 over the canonical JSON of the facts, base64url. */
export function signFacts(key: SigningKey, factsText: string): string {
  return sign(null, Buffer.from(factsText), key.privateKey).toString('base64url');
}
