import { linkRow } from '../engine/cloud-link/index.ts';
import type { ReadableDatabase } from '../engine/db/database.ts';
import { rawQuery } from '../engine/db/query.ts';
import { readBooks } from '../engine/read-books.ts';

const ownHead = rawQuery<Record<never, never>, { seq: number | null }>('SELECT max(seq) AS seq FROM journal');

/** Says how far the cloud has the books of a folder. Reads only, also while the till sells. Exit code 0 or 1. */
export function tellSync(dataDir: string): number {
  const read = readBooks(dataDir, sentences);
  if (read.ok) console.log(read.value);
  else console.error(read.failure.message);
  return read.ok ? 0 : 1;
}

function sentences(db: ReadableDatabase): string {
  const link = db.first(linkRow);
  const head = Math.max(0, db.first(ownHead)?.seq ?? 0);
  if (link === undefined)
    return `This till has joined no cloud. Its ${count(head)} are here and nowhere else.`;
  return [
    `${link.register_name} of ${link.store_name}, at ${link.url}.`,
    `Sent and confirmed: ${count(link.acked_seq)}. Waiting: ${count(head - link.acked_seq)}.`,
    `Last exchange that changed something: ${link.last_success_at ?? 'none yet'}.`,
  ].join('\n');
}

function count(entries: number): string {
  return `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}`;
}
