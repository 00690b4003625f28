import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ReadableDatabase } from '../db/database.ts';
import { eachOwnEntry } from './own-entries.ts';

const bytesPerPart = 1_048_576;

export type PackedEntries = { packed: Uint8Array; digest: Uint8Array };

/** A file's first line and the own entries after one and up to another, a line each; with the SHA-256 of it all. */
export function packEntries(
  db: ReadableDatabase,
  { first, after, to }: { first: string; after: number; to: number },
): PackedEntries {
  const digest = createHash('sha256');
  const parts: Buffer[] = [];
  let text = first;
  const flush = () => {
    digest.update(text);
    parts.push(gzipSync(text));
    text = '';
  };
  for (const entry of eachOwnEntry(db, { after, most: to - after })) {
    text += `${JSON.stringify(entry)}\n`;
    if (text.length >= bytesPerPart) flush();
  }
  if (text !== '') flush();
  return { packed: Buffer.concat(parts), digest: digest.digest() };
}
