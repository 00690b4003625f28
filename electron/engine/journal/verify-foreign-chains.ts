import { genesisHash } from '../../../shared/journal/chain.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { hashEntry } from './hash.ts';
import { parseBody, personalPartDiffers, type Problem, type StoredEntry } from './verify-chain.ts';

type ForeignRow = StoredEntry & { waits: number | null };

const everyForeign = rawQuery<Record<never, never>, ForeignRow>(
  `SELECT j.*, p.salt, p.part, w.seq AS waits FROM journal j
     LEFT JOIN journal_personal p ON p.seq = j.seq LEFT JOIN waiting_entries w ON w.seq = j.seq
   WHERE j.stream IS NOT NULL ORDER BY j.stream, j.stream_seq`,
);
type Visit = (entry: StoredEntry, body: Record<string, unknown>) => void;
type Before = { stream: string | null; place: number; hash: Uint8Array };

/**
 * Walks the chains of the other tills' streams, each from its first entry here, and hands their sound entries to `visit`
 * but for those that wait, which took no effect.
 */
export function verifyForeignChains(
  db: ReadableDatabase,
  visit: Visit,
): { entries: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let entries = 0;
  let before: Before = { stream: null, place: 0, hash: genesisHash };
  for (const entry of db.each(everyForeign)) {
    entries += 1;
    const isNext = before.stream === entry.stream;
    const { body, wrong } = readSound(entry, isNext ? before.hash : entry.prev_hash);
    if (isNext) wrong.push(...wrongPlace(entry, before));
    else if (entry.stream_seq === 1 && Buffer.compare(entry.prev_hash, genesisHash) !== 0)
      wrong.push('This entry does not begin its stream.');
    problems.push(...wrong.map((what) => ({ seq: entry.seq, what })));
    if (body !== null && entry.waits === null) visit(entry, body);
    if (entry.stream_seq !== null)
      before = { stream: entry.stream, place: entry.stream_seq, hash: entry.hash };
  }
  return { entries, problems };
}

function wrongPlace({ stream_seq: place, prev_hash: previous }: ForeignRow, before: Before): string[] {
  if (place === null) return [];
  if (place !== before.place + 1)
    return [`Entries ${before.place + 1} to ${place - 1} of its stream are missing.`];
  // What came before the entry that it follows was kept without that one's hash.
  if (previous.length === 0 || Buffer.compare(previous, before.hash) === 0) return [];
  return ['This entry does not follow from the one before it in its stream.'];
}

type Sound = { body: Record<string, unknown> | null; wrong: string[] };

/** What waits may be other than it claims: it was kept as it came, and counts nowhere. */
function readSound(entry: ForeignRow, previous: Uint8Array): Sound {
  if (entry.waits !== null) return { body: null, wrong: [] };
  const { op_id: opId, writer, kind, v, at, business_date: businessDate, actor } = entry;
  const header = { seq: entry.stream_seq ?? 0, opId, writer, kind, v, at, businessDate, actor };
  const isKnown = previous.length > 0 && entry.stream_seq !== null;
  const hash = isKnown ? hashEntry(previous, { ...header, body: entry.body }) : entry.hash;
  if (Buffer.compare(hash, entry.hash) !== 0) return { body: null, wrong: ['This entry was altered.'] };
  const body = parseBody(entry.body);
  if (body === null) return { body, wrong: ['The body of this entry is not readable.'] };
  const isPartOther = personalPartDiffers(entry, body);
  return { body, wrong: isPartOther ? ['The personal part of this entry was altered.'] : [] };
}
