import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';

const mostCharacters = 4096;
const mostKept = 20_000;

/**
 * Checks tokens with `verify` and keeps what the good ones say until they expire (milliseconds of session time), so
 * that a signature is checked once. That says nothing about account and session: those are asked at every request.
 */
export function keptClaims<Claims extends { expires: number }>(
  verify: (context: EngineContext, token: string, now: number) => Promise<Claims | null>,
): (context: EngineContext, token: string, now: number) => Claims | null | Promise<Claims | null> {
  const keptOf = perContext(() => new Map<string, Claims>());
  const verifyAndKeep = async (context: EngineContext, token: string, now: number) => {
    const claims = isCanonical(token) ? await verify(context, token, now) : null;
    if (claims === null) return null;
    const kept = keptOf(context);
    if (kept.size >= mostKept) makeRoom(kept, now);
    kept.set(token, claims);
    return claims;
  };
  return (context, token, now) => {
    if (token.length > mostCharacters) return null;
    const kept = keptOf(context);
    const known = kept.get(token);
    if (known === undefined) return verifyAndKeep(context, token, now);
    if (known.expires > now) return known;
    kept.delete(token);
    return null;
  };
}

/** The last character of a signature has two bits that decoders drop: only one of its four spellings is a token of ours. */
function isCanonical(token: string): boolean {
  const signature = /^[\w-]+\.[\w-]+\.([\w-]{43})$/.exec(token)?.[1];
  return signature !== undefined && Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/** Room for a tenth at once: to look for what has expired at every token would cost more than to check it. */
function makeRoom(kept: Map<string, { expires: number }>, now: number): void {
  for (const [token, { expires }] of kept) if (expires <= now) kept.delete(token);
  for (const token of kept.keys()) {
    if (kept.size < mostKept * 0.9) return;
    kept.delete(token);
  }
}
