import { gzipSync } from 'node:zlib';
import { mostBytesPerPush, mostEntriesPerPush } from '../../../shared/sync/limits.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { eachOwnEntry } from './own-entries.ts';

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
  const most = Math.min(mostEntries, mostEntriesPerPush);
  for (const entry of eachOwnEntry(db, { after: afterSeq, most })) {
    const text = JSON.stringify(entry);
    bytes += Buffer.byteLength(text);
    if (texts.length > 0 && bytes > mostBytesPerPush) break;
    texts.push(text);
  }
  if (texts.length === 0) return null;
  const head = JSON.stringify({ stream, prevHash: Buffer.from(prevHash).toString('hex') }).slice(0, -1);
  return { count: texts.length, packed: gzipSync(`${head},"entries":[${texts.join(',')}]}`, { level: 1 }) };
}
