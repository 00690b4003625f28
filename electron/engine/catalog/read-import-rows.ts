import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from '../../../shared/api/catalog.ts';
import { shown } from './decode-import-file.ts';

export type FileRow = { line: number; fields: string[] };
export type Delimiter = ',' | ';' | '\t';

const [newline, carriageReturn] = [10, 13];
const mostBytesPerRow = 100_000;
/** Each broken quote is read around once; a file with more of them is not a CSV file. */
const mostBreaks = 50;

/** What stands between the fields: whichever of comma, semicolon and tab the first line has most of, outside quotes. */
export function detectDelimiter(file: Buffer): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const letter of file.subarray(0, mostBytesPerRow).toString()) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) break;
    else if (!quoted && letter in counts) counts[letter as Delimiter] += 1;
  }
  if (counts['\t'] > counts[','] && counts['\t'] >= counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}

/**
 * Hands every row of a CSV file to `onRow` with the line on which it starts. A row with a broken quote, or one without
 * end, is handed to `onBreak`; reading goes on with the line after the one where it started. False from either ends it.
 */
export function readImportRows(
  file: Buffer,
  delimiter: Delimiter,
  onRow: (row: FileRow) => void,
  onBreak: (problem: ImportProblem) => void,
): void {
  const lines = lineCounter(file);
  let from = 0;
  for (let breaks = 0; from < file.length; breaks += 1) {
    const base = from;
    let start = skipEmptyLines(file, base);
    const error = parsePart(file.subarray(base), delimiter, (fields, end) => {
      onRow({ line: lines(start), fields });
      start = skipEmptyLines(file, base + end);
    });
    if (error === undefined) return;
    const row = lines(start);
    if (breaks >= mostBreaks) {
      const reason = 'Too many rows have broken quotes. The rest of the file was not looked at.';
      onBreak({ row, column: null, value: null, reason });
      return;
    }
    const lineEnd = endOfLine(file, start);
    const value = shown(file.subarray(start, Math.min(lineEnd, start + 400)).toString());
    onBreak({ row, column: null, value, reason: reasonOf(error) });
    from = lineEnd + 1;
  }
}

/** Parses until the end or the first thing that is not CSV; `end` is where a row ends, in bytes. */
function parsePart(
  part: Buffer,
  delimiter: Delimiter,
  onRecord: (fields: string[], end: number) => void,
): CsvError | undefined {
  try {
    parse(part, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Rows of another length are refused by the check, with words of its own.
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: mostBytesPerRow,
      on_record: (fields: string[], info: { bytes: number }) => {
        onRecord(fields, info.bytes);
        return undefined;
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function reasonOf(error: CsvError): string {
  switch (error.code as string) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quote is opened in this row and never closed. Close it, or write a quote inside a field as two.';
    case 'CSV_MAX_RECORD_SIZE':
      return `This row is longer than ${mostBytesPerRow} bytes. A quote may be open, or the text is too long.`;
    default:
      return 'A quote stands where none can be. Put quotes around the whole field, and write a quote inside it as two.';
  }
}

/** The line of a position; positions come in rising order. */
function lineCounter(file: Buffer): (position: number) => number {
  const [ending] = file.includes(newline) ? [newline] : [carriageReturn];
  let line = 1;
  let next = file.indexOf(ending);
  return (position) => {
    while (next >= 0 && next < position) {
      line += 1;
      next = file.indexOf(ending, next + 1);
    }
    return line;
  };
}

function skipEmptyLines(file: Buffer, from: number): number {
  let at = from;
  while (file[at] === newline || file[at] === carriageReturn) at += 1;
  return at;
}

function endOfLine(file: Buffer, from: number): number {
  const ends = [file.indexOf(newline, from), file.indexOf(carriageReturn, from)].filter((end) => end >= 0);
  return ends.length === 0 ? file.length : Math.min(...ends);
}
