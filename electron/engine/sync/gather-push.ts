import { gzipSync } from 'node:zlib';
import { mostBytesPerPush, mostEntriesPerPush } from '../../../shared/sync/limits.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { ChainPlace } from './own-chain.ts';
import { eachOwnEntry } from './own-entries.ts';

export type PushAsked = {
  stream: string;
  after: ChainPlace;
  mostEntries: number;
};
/** `packed`: the request's JSON in gzip; `end`: where its last entry is. */
export type PushBatch = { count: number; end: ChainPlace; packed: Uint8Array };

/** The next own entries to send, as a request that is ready to go; null when there is none. For the reader thread, too. */
export function gatherPush(db: ReadableDatabase, asked: PushAsked): PushBatch | null {
  const { stream, after, mostEntries } = asked;
  const texts: string[] = [];
  let bytes = 0;
  let end = after;
  const most = Math.min(mostEntries, mostEntriesPerPush);
  for (const entry of eachOwnEntry(db, { after: after.seq, most })) {
    const text = JSON.stringify(entry);
    bytes += Buffer.byteLength(text);
    if (texts.length > 0 && bytes > mostBytesPerPush) break;
    texts.push(text);
    end = { seq: entry.seq, hash: Buffer.from(entry.hash, 'hex') };
  }
  if (texts.length === 0) return null;
  const head = JSON.stringify({ stream, prevHash: Buffer.from(after.hash).toString('hex') }).slice(0, -1);
  const packed = gzipSync(`${head},"entries":[${texts.join(',')}]}`, { level: 1 });
  return { count: texts.length, end, packed };
}
