import { isUtf8 } from 'node:buffer';
import type { ImportProblem } from '../../../shared/api/catalog.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

const newline = 10;

/**
 * The bytes of a file as UTF-8 without a byte order mark. UTF-16 is understood by its mark. Anything else that is not
 * UTF-8 is refused, with the first line that shows it: a guess would put wrong letters on receipts.
 */
export function decodeImportFile(bytes: Uint8Array): Result<Buffer, ImportProblem> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file[0] === 0xff && file[1] === 0xfe) return decodeUtf16(file, 'utf-16le');
  if (file[0] === 0xfe && file[1] === 0xff) return decodeUtf16(file, 'utf-16be');
  const content = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  return isUtf8(content) ? ok(content) : fail(notUtf8(content));
}

function decodeUtf16(file: Buffer, encoding: 'utf-16le' | 'utf-16be'): Result<Buffer, ImportProblem> {
  try {
    return ok(Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(file)));
  } catch {
    return fail({
      row: 1,
      column: null,
      value: null,
      reason: 'The file begins as UTF-16 but is not readable as such. Save it as “CSV UTF-8” and try again.',
    });
  }
}

function notUtf8(content: Buffer): ImportProblem {
  let row = 1;
  let start = 0;
  for (;;) {
    const end = content.indexOf(newline, start);
    const line = content.subarray(start, end < 0 ? content.length : end);
    if (!isUtf8(line)) {
      return {
        row,
        column: null,
        value: shown(line.toString('utf8')),
        reason: `Line ${row} is not UTF-8 text. Save the file as “CSV UTF-8” and try again.`,
      };
    }
    if (end < 0) throw new Error('a line that is not UTF-8 was expected');
    start = end + 1;
    row += 1;
  }
}

/** At most 80 characters of what was found, without control characters. */
export function shown(value: string): string {
  const plain = value
    .slice(0, 400)
    .replaceAll(/\p{Cc}/gu, '␣')
    .toWellFormed();
  const letters = [...plain];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : plain;
}
