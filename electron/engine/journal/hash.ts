import { createHash } from 'node:crypto';
import { chainedText, type ChainedEntry } from '../../../shared/journal/chain.ts';

/** SHA-256 over the previous hash and the entry; 32 bytes. */
export function hashEntry(previous: Uint8Array, entry: ChainedEntry): Uint8Array {
  return createHash('sha256').update(previous).update(chainedText(entry)).digest();
}

/** What the chained body holds of a detachable part: it proves the part and tells nothing once the salt is gone. */
export function hashPersonalPart(salt: Uint8Array, part: string): string {
  return createHash('sha256').update(salt).update(part).digest('hex');
}

/** What the chain says of a gift card's code: enough to prove it, nothing to pay with. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
