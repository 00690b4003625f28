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
const entryOfHash = rawQuery<{ hash: Uint8Array }, { seq: number }>(
  'SELECT seq FROM journal WHERE hash = @hash LIMIT 1',
);
type Visit = (entry: StoredEntry, body: Record<string, unknown>) => void;
/** `toldTwice`: two copies of a till wrote in the stream, and the cloud has told of both: its places are not one chain here. */
type Before = { stream: string | null; place: number; hash: Uint8Array; toldTwice: boolean };

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
  let before: Before = { stream: null, place: 0, hash: genesisHash, toldTwice: false };
  for (const entry of db.each(everyForeign)) {
    entries += 1;
    const { stream, stream_seq: place } = entry;
    const isSame = before.stream === stream;
    const { body, wrong } = readSound(entry, previousOf(entry, before));
    // Entries whose place was taken already come first of their stream.
    const toldTwice = place === null || place < 0 || (isSame && before.toldTwice);
    if (isSame && !toldTwice) wrong.push(...wrongPlace(db, entry, before));
    if (place === 1 && Buffer.compare(entry.prev_hash, genesisHash) !== 0)
      wrong.push('This entry does not begin its stream.');
    problems.push(...wrong.map((what) => ({ seq: entry.seq, what })));
    if (body !== null && entry.waits === null) visit(entry, body);
    before = { stream, place: place ?? 0, hash: entry.hash, toldTwice };
  }
  return { entries, problems };
}

/** The hash before an entry: of the one before it where that is here, else the one that it was kept with. */
function previousOf({ stream, stream_seq: place, prev_hash: kept }: ForeignRow, before: Before): Uint8Array {
  const follows = before.stream === stream && place === before.place + 1 && !before.toldTwice;
  return follows ? before.hash : kept;
}

function wrongPlace(
  db: ReadableDatabase,
  { stream_seq: place, prev_hash: previous }: ForeignRow,
  before: Before,
): string[] {
  if (place === null) return [];
  if (place !== before.place + 1) {
    // What another copy of that till had sent before is here in its stream.
    if (db.first(entryOfHash, { hash: previous }) !== undefined) return [];
    return [`Entries ${before.place + 1} to ${place - 1} of its stream are missing.`];
  }
  // What came before the entry that it follows was kept without that one's hash.
  if (previous.length === 0 || Buffer.compare(previous, before.hash) === 0) return [];
  return ['This entry does not follow from the one before it in its stream.'];
}

type Sound = { body: Record<string, unknown> | null; wrong: string[] };

/** What waits may be other than it claims: it was kept as it came, and counts nowhere. */
function readSound(entry: ForeignRow, previous: Uint8Array): Sound {
  if (entry.waits !== null) return { body: null, wrong: [] };
  const { op_id: opId, writer, kind, v, at, business_date: businessDate, actor } = entry;
  const header = { seq: Math.abs(entry.stream_seq ?? 0), opId, writer, kind, v, at, businessDate, actor };
  const isKnown = previous.length > 0 && entry.stream_seq !== null;
  const hash = isKnown ? hashEntry(previous, { ...header, body: entry.body }) : entry.hash;
  if (Buffer.compare(hash, entry.hash) !== 0) return { body: null, wrong: ['This entry was altered.'] };
  const body = parseBody(entry.body);
  if (body === null) return { body, wrong: ['The body of this entry is not readable.'] };
  const isPartOther = personalPartDiffers(entry, body);
  return { body, wrong: isPartOther ? ['The personal part of this entry was altered.'] : [] };
}
