import { createHash } from 'node:crypto';
import { chainedText } from '../../shared/journal/chain.ts';
import type { WireEntry } from '../../shared/sync/protocol.ts';
import { judge, type ReviewReason } from '../facts/index.ts';

export type ProvedEntry = WireEntry & {
  /** The body, read; undefined where it is not JSON. */
  content: unknown;
  /** What there is against it by itself; null: it can count. */
  problem: ReviewReason | null;
};

/**
 * Holds entries that follow `prevHash` against their hashes, those of their personal parts among them, and looks at what
 * they say.
 */
export function proveEntries(
  prevHash: string,
  entries: readonly WireEntry[],
  receivedAt: string,
): ProvedEntry[] {
  let previous = prevHash;
  return entries.map((entry) => {
    const content = readBody(entry.body);
    const problem = sealProblem(previous, entry, content) ?? judge({ ...entry, content, receivedAt });
    previous = entry.hash;
    return { ...storable(entry), content, problem };
  });
}

function sealProblem(previous: string, entry: WireEntry, content: unknown): ReviewReason | null {
  const hash = createHash('sha256').update(previous, 'hex').update(chainedText(entry)).digest('hex');
  if (hash !== entry.hash) {
    return {
      reason: 'hash-differs',
      message: 'What this entry says does not fit its seal: it was changed after it was made.',
    };
  }
  if (content === undefined || !isStorable(entry)) {
    return { reason: 'unreadable', message: 'What this entry says cannot be read.' };
  }
  if (entry.personal !== null && personalHash(entry.personal) !== claimedPersonalHash(content)) {
    return {
      reason: 'personal-part-differs',
      message: 'The personal part of this entry does not fit its seal: it was changed after it was made.',
    };
  }
  return null;
}

function readBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function personalHash({ salt, part }: NonNullable<WireEntry['personal']>): string {
  return createHash('sha256').update(salt, 'base64url').update(part).digest('hex');
}

function claimedPersonalHash(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return undefined;
  return (content as Record<string, unknown>)['personalHash'];
}

/**
 * PostgreSQL has no text with a zero character in it, nor one that is not well-formed. A real entry is neither: its JSON
 * escapes both.
 */
function storable(entry: WireEntry): WireEntry {
  if (isStorable(entry)) return entry;
  const { kind, at, businessDate, actor, body, personal } = entry;
  return {
    ...entry,
    kind: mended(kind),
    at: mended(at),
    businessDate: mended(businessDate),
    actor: mended(actor),
    body: mended(body),
    personal: personal && { salt: mended(personal.salt), part: mended(personal.part) },
  };
}

function isStorable({ kind, at, businessDate, actor, body, personal }: WireEntry): boolean {
  const texts = [kind, at, businessDate, actor, body, personal?.salt ?? '', personal?.part ?? ''];
  return texts.every((text) => !text.includes('\0') && text.isWellFormed());
}

function mended(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}').toWellFormed();
}
