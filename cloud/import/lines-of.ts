import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { mostBytesPerRequest } from '../../shared/sync/protocol.ts';
import { mostUnpackedFileBytes } from '../../shared/sync/entries-file.ts';

/** The file is no gzip, is cut, has a line that is too long, or is too long itself. */
export class FileUnreadable extends Error {}

/** The lines of a gzip file one by one, each with its newline; never more than one chunk and one line in memory. */
export async function* linesOf(packed: Uint8Array): AsyncGenerator<Buffer> {
  const unpacking = Readable.from([packed], { objectMode: false }).pipe(createGunzip());
  let rest: Buffer = Buffer.alloc(0);
  let total = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      total += chunk.length;
      let text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10)) {
        yield text.subarray(0, end + 1);
        text = text.subarray(end + 1);
      }
      rest = text;
      if (total > mostUnpackedFileBytes || rest.length > mostBytesPerRequest) throw new FileUnreadable();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new FileUnreadable();
    }
    throw error;
  } finally {
    unpacking.destroy();
  }
  if (rest.length > 0) throw new FileUnreadable();
}
