import { sign } from 'node:crypto';
import { mostTokenSeconds, tokenAudience } from '../../../shared/sync/protocol.ts';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { signingKeyFrom, type SigningKey } from '../signing-key.ts';
import { linkStateOf } from './link-state.ts';

/** The key by which the cloud knows this register, made from its secret `register`: never in the database. */
export const registerKeyOf = perContext(async (context): Promise<SigningKey> =>
  signingKeyFrom(await context.keys.secret('register')),
);

/** A token (JWT, EdDSA) for one request, by the cloud's clock as far as it is known. */
export async function registerToken(context: EngineContext, registerId: string): Promise<string> {
  const key = await registerKeyOf(context);
  const iat = Math.floor((context.clock.now() + (linkStateOf(context).clockOffset ?? 0)) / 1000);
  const claims = {
    iss: registerId,
    aud: tokenAudience,
    iat,
    exp: iat + mostTokenSeconds,
    jti: context.ids.uuid(),
  };
  const signed = `${part({ alg: 'EdDSA', kid: registerId, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
