import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import { mostTokenSeconds, tokenAudience } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';

/** How far a till's clock may be off before it is told the time, in seconds. */
const tolerance = 30;
const longestToken = 2_000;

/** Nothing else is taken: no other algorithm, no key or address of one in the token itself. */
const header = z.strictObject({ alg: z.literal('EdDSA'), kid: z.uuid(), typ: z.literal('JWT').optional() });

const claims = z.object({
  iss: z.uuid(),
  aud: z.literal(tokenAudience),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(64),
});

export type ReadToken = {
  registerId: string;
  /** Whether the register's key made it, for these seconds since 1970. */
  verify(publicKey: string, now: number): Result<void, CloudFailure>;
};

/** Takes a token apart; what it says counts once `verify` says so. */
export function readToken(token: string): ReadToken | null {
  const parts = token.split('.');
  const [head, body, signature] = parts;
  if (token.length > longestToken || parts.length !== 3 || !head || !body || !signature) return null;
  const readHeader = header.safeParse(readPart(head));
  const readClaims = claims.safeParse(readPart(body));
  if (!readHeader.success || !readClaims.success || readHeader.data.kid !== readClaims.data.iss) return null;
  const { iat, exp } = readClaims.data;
  if (exp <= iat || exp - iat > mostTokenSeconds) return null;
  return {
    registerId: readHeader.data.kid,
    verify(publicKey, now) {
      const signed = Buffer.from(signature, 'base64url');
      const isCanonical = signed.toString('base64url') === signature;
      if (!isCanonical || !verify(null, Buffer.from(`${head}.${body}`), keyOf(publicKey), signed)) {
        return fail(cloudFailure('token-invalid'));
      }
      if (iat - tolerance <= now && now < exp + tolerance) return ok(undefined);
      return fail(cloudFailure('clock-differs', { details: { serverTime: instantOf(now * 1000) } }));
    },
  };
}

function readPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const mostKeys = 10_000;
const keys = new Map<string, KeyObject>();

/** An Ed25519 key of 32 bytes in base64url; kept, since to read one costs as much as to verify with it. */
function keyOf(publicKey: string): KeyObject {
  const known = keys.get(publicKey);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  if (keys.size === mostKeys) keys.clear();
  keys.set(publicKey, key);
  return key;
}
