import { gzipSync } from 'node:zlib';
import { mostBytesPerPush, mostEntriesPerPush } from '../../../shared/sync/limits.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OwnEntry = {
  seq: number;
  opId: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  businessDate: string;
  actor: string;
  body: string;
  hash: Uint8Array;
  salt: Uint8Array | null;
  part: string | null;
};

const entriesAfter = rawQuery<{ afterSeq: number; most: number }, OwnEntry>(
  `SELECT j.seq, j.op_id AS opId, j.writer, j.kind, j.v, j.at, j.business_date AS businessDate, j.actor, j.body,
     j.hash, p.salt, p.part
   FROM journal j LEFT JOIN journal_personal p ON p.seq = j.seq
   WHERE j.seq > @afterSeq AND j.seq > 0 ORDER BY j.seq LIMIT @most`,
);

export type PushAsked = {
  stream: string;
  afterSeq: number;
  /** Of the entry `afterSeq`. */
  prevHash: Uint8Array;
  mostEntries: number;
};
/** `packed`: the request's JSON in gzip. */
export type PushBatch = { count: number; packed: Uint8Array };

/** The next own entries to send, as a request that is ready to go; null when there is none. For the reader thread, too. */
export function gatherPush(db: ReadableDatabase, asked: PushAsked): PushBatch | null {
  const { stream, afterSeq, prevHash, mostEntries } = asked;
  const texts: string[] = [];
  let bytes = 0;
  for (const entry of db.each(entriesAfter, { afterSeq, most: Math.min(mostEntries, mostEntriesPerPush) })) {
    const text = JSON.stringify(wireEntryOf(entry));
    bytes += Buffer.byteLength(text);
    if (texts.length > 0 && bytes > mostBytesPerPush) break;
    texts.push(text);
  }
  if (texts.length === 0) return null;
  const head = JSON.stringify({ stream, prevHash: hexOf(prevHash) }).slice(0, -1);
  return { count: texts.length, packed: gzipSync(`${head},"entries":[${texts.join(',')}]}`, { level: 1 }) };
}

/** An own entry as it travels. */
export function wireEntryOf({ salt, part, hash, ...entry }: OwnEntry) {
  const isWhole = salt !== null && part !== null;
  const personal = isWhole ? { salt: Buffer.from(salt).toString('base64url'), part } : null;
  return { ...entry, hash: hexOf(hash), personal };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
