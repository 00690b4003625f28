import { createHash, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { EntriesFileHeader } from '../../../shared/sync/entries-file.ts';
import type { WireEntry } from '../../../shared/sync/protocol.ts';
import type { Keys } from './test-till.ts';

/** A signed file of entries as a till writes it; `spoil` changes its lines after they were signed. */
export function entriesFile(
  of: { keys: Keys; stream: string; prevHash: string; entries: readonly WireEntry[] } & Partial<
    Pick<EntriesFileHeader, 'storeId' | 'registerId'>
  >,
  spoil: (lines: string[]) => string[] = (lines) => lines,
): Uint8Array {
  const { keys, stream, prevHash, entries, storeId = null, registerId = null } = of;
  const header: EntriesFileHeader = {
    format: 1,
    storeId,
    registerId,
    stream,
    prevHash,
    from: entries[0]?.seq ?? 1,
    to: entries.at(-1)?.seq ?? 1,
    publicKey: keys.publicKey,
    madeAt: '2026-03-02T01:00:00.000Z',
  };
  const lines = [header, ...entries].map((line) => `${JSON.stringify(line)}\n`);
  const digest = createHash('sha256').update(lines.join('')).digest();
  const signature = sign(null, digest, keys.privateKey).toString('base64url');
  return gzipSync(spoil([...lines, `${JSON.stringify({ signature })}\n`]).join(''));
}
