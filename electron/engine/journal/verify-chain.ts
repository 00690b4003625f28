import { canonicalText, genesisHash } from '../../../shared/journal/chain.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { hashEntry, hashPersonalPart } from './hash.ts';

export type Problem = { seq: number | null; what: string };

const everyEntry = query()((b) =>
  b
    .selectFrom('journal')
    .leftJoin('journal_personal', 'journal_personal.seq', 'journal.seq')
    .selectAll('journal')
    .select(['journal_personal.salt', 'journal_personal.part'])
    .where('journal.seq', '>', 0)
    .orderBy('journal.seq'),
);
export type StoredEntry = NonNullable<(typeof everyEntry)['row']>;

/**
 * Walks the chain from its first entry: finds any that was altered, dropped, swapped or inserted. Each sound entry is
 * handed to `visit` with its parsed body. A cut tail can only be seen against a head that was printed or acknowledged.
 */
export function verifyChain(
  db: ReadableDatabase,
  visit: (entry: StoredEntry, body: Record<string, unknown>) => void,
): { entries: number; head: string; problems: Problem[] } {
  const problems: Problem[] = [];
  let expectedSeq = 1;
  let previous: Uint8Array = genesisHash;
  for (const entry of db.each(everyEntry)) {
    const { seq } = entry;
    if (seq !== expectedSeq)
      problems.push({ seq, what: `Entries ${expectedSeq} to ${seq - 1} are missing.` });
    if (Buffer.compare(entry.prev_hash, previous) !== 0) {
      problems.push({ seq, what: 'This entry does not follow from the one before it.' });
    }
    const { op_id: opId, writer, kind, v, at, business_date: businessDate, actor, body } = entry;
    const hash = hashEntry(entry.prev_hash, { seq, opId, writer, kind, v, at, businessDate, actor, body });
    const altered = Buffer.compare(hash, entry.hash) !== 0;
    if (altered) problems.push({ seq, what: 'This entry was altered.' });
    const parsed = parseBody(body);
    if (parsed === null) problems.push({ seq, what: 'The body of this entry is not readable.' });
    else {
      if (personalPartDiffers(entry, parsed))
        problems.push({ seq, what: 'The personal part of this entry was altered.' });
      if (!altered) visit(entry, parsed);
    }
    previous = entry.hash;
    expectedSeq = seq + 1;
  }
  return { entries: expectedSeq - 1, head: Buffer.from(previous).toString('hex'), problems };
}

/** A canonical body; null where it is none. */
export function parseBody(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return null;
    return canonicalText(parsed) === body ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The detachable part of an entry; null when it has none, it was erased, or a damaged disk made it unreadable. */
export function personalPartOf({ part }: StoredEntry): Record<string, unknown> | null {
  return part === null ? null : parseBody(part);
}

/** A part that is there must be the one that was hashed; one that was erased proves nothing and breaks nothing. */
export function personalPartDiffers(entry: StoredEntry, body: Record<string, unknown>): boolean {
  if (entry.salt === null || entry.part === null) return false;
  return hashPersonalPart(entry.salt, entry.part) !== body['personalHash'];
}
