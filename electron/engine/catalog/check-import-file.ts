import type { ImportProblem } from '../../../shared/api/catalog.ts';
import { barcodeLookupKeys } from '../../../shared/domain/codes.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { checkImportRow, type ImportRow, type ImportRules } from './check-import-row.ts';
import { decodeImportFile, shown } from './decode-import-file.ts';
import { matchImportRow, type ImportMatch } from './match-import-row.ts';
import type { ProductRow } from './product-row.ts';
import { readImportHeader, type ImportHeader } from './read-import-header.ts';
import { detectDelimiter, readImportRows, type FileRow } from './read-import-rows.ts';

export type ImportCounts = {
  rowsTotal: number;
  rowsChecked: number;
  toCreate: number;
  toUpdate: number;
  unchanged: number;
  problemCount: number;
};
export type CheckedFile = ImportCounts & { problems: ImportProblem[]; warnings: string[]; rows: ImportRow[] };

export const mostProblems = 500;
const mostRows = 500_000;
const rowsPerReport = 2_000;
const newline = 10;

/** A file that has too many rows is read no further. */
class TooManyRows extends Error {}

/**
 * The dry run: reads and checks a whole file against itself and the catalogue, and writes nothing. `rows` are what may
 * be imported, by name, since neighbours in the indexes are cheaper to write; empty when there is any problem.
 */
export function checkImportFile(
  db: ReadableDatabase,
  bytes: Uint8Array,
  rules: ImportRules,
  onProgress: (counts: ImportCounts) => void,
): CheckedFile {
  const checked: CheckedFile = { ...noCounts, problems: [], warnings: [], rows: [] };
  const refuse = (problem: ImportProblem) => {
    checked.problemCount += 1;
    if (checked.problems.length < mostProblems) checked.problems.push(problem);
    checked.rows = [];
  };
  const decoded = decodeImportFile(bytes);
  if (!decoded.ok) {
    refuse(decoded.failure);
    return checked;
  }
  const file = decoded.value;
  const estimatedRows = countLines(file);
  const seen = seenRows();
  let header: ImportHeader | undefined;
  let broken = false;

  const onRow = (row: FileRow) => {
    if (row.fields.every((field) => field.trim() === '')) return;
    if (header === undefined) {
      const read = readImportHeader(row.fields, row.line);
      header = read.header;
      checked.warnings.push(...read.warnings);
      read.problems.forEach(refuse);
      broken = read.problems.length > 0;
      return;
    }
    // Without its columns, every row would be wrong for the same reason.
    if (broken) return;
    checked.rowsChecked += 1;
    if (checked.rowsChecked > mostRows) throw new TooManyRows();
    checkRow(db, checked, row, header, rules, seen, refuse);
    if (checked.rowsChecked % rowsPerReport === 0) {
      onProgress({ ...countsOf(checked), rowsTotal: Math.max(estimatedRows, checked.rowsChecked) });
    }
  };
  try {
    readImportRows(file, detectDelimiter(file), onRow, (problem) => {
      if (header !== undefined) checked.rowsChecked += 1;
      refuse(problem);
    });
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error;
    refuse(wholeFile(`One file may have at most ${mostRows} rows. Split it and import the parts.`));
  }
  if (header === undefined && checked.problemCount === 0) {
    refuse(wholeFile('The file is empty. Its first row must name the columns: barcode, name and price.'));
  } else if (checked.rowsChecked === 0 && checked.problemCount === 0) {
    refuse(wholeFile('The file names its columns but has no products.'));
  }
  checked.rowsTotal = checked.rowsChecked;
  checked.problems.sort((a, b) => a.row - b.row);
  checked.rows.sort((a, b) => (a.nameFold < b.nameFold ? -1 : a.nameFold > b.nameFold ? 1 : a.line - b.line));
  return checked;
}

function checkRow(
  db: ReadableDatabase,
  checked: CheckedFile,
  fileRow: FileRow,
  header: ImportHeader,
  rules: ImportRules,
  seen: SeenRows,
  refuse: (problem: ImportProblem) => void,
): void {
  const outcome = checkImportRow(fileRow, header, rules);
  if ('problems' in outcome) {
    outcome.problems.forEach(refuse);
    return;
  }
  const { row } = outcome;
  const duplicate = seen.row(row);
  if (duplicate !== undefined) {
    refuse(duplicate);
    return;
  }
  const match = matchImportRow(db, row);
  if (match.kind === 'conflict') {
    const { column, reason } = match;
    refuse({ row: row.line, column, value: shown(row[column] ?? ''), reason });
    return;
  }
  const same = match.kind === 'create' ? undefined : seen.product(row, productOfMatch(match));
  if (same !== undefined) {
    refuse(same);
    return;
  }
  if (match.kind === 'create') checked.toCreate += 1;
  else if (match.kind === 'update') checked.toUpdate += 1;
  else checked.unchanged += 1;
  if (checked.problemCount === 0 && match.kind !== 'unchanged') checked.rows.push(seen.withCategory(row));
}

function productOfMatch(match: Extract<ImportMatch, { kind: 'update' | 'unchanged' }>): ProductRow {
  return match.kind === 'update' ? match.update.product : match.product;
}

type SeenRows = {
  row(row: ImportRow): ImportProblem | undefined;
  product(row: ImportRow, product: ProductRow): ImportProblem | undefined;
  /** The row with its category as the file spells it first. */
  withCategory(row: ImportRow): ImportRow;
};

/** Tells when a barcode (in any of its spellings), an SKU or a product was in an earlier row. */
function seenRows(): SeenRows {
  const barcodes = new Map<string, number>();
  const skus = new Map<string, number>();
  const products = new Map<number, number>();
  const categories = new Map<string, string>();
  const seenIn = <Key>(lines: Map<Key, number>, key: Key, line: number): number | undefined => {
    const earlier = lines.get(key);
    if (earlier === undefined) lines.set(key, line);
    return earlier;
  };
  return {
    row({ line, barcode, sku }) {
      const earlier = barcode === undefined ? undefined : seenIn(barcodes, oneSpelling(barcode), line);
      if (barcode !== undefined && earlier !== undefined) {
        const reason = `This barcode is in row ${earlier} and again in row ${line}. Keep one of them.`;
        return { row: line, column: 'barcode', value: barcode, reason };
      }
      const earlierSku = sku === undefined ? undefined : seenIn(skus, sku, line);
      if (sku === undefined || earlierSku === undefined) return undefined;
      const reason = `This SKU is in row ${earlierSku} and again in row ${line}. Keep one of them.`;
      return { row: line, column: 'sku', value: shown(sku), reason };
    },
    product({ line, barcode, sku }, product) {
      const earlier = seenIn(products, product.row_id, line);
      if (earlier === undefined) return undefined;
      const reason = `Rows ${earlier} and ${line} are both about “${product.name}”. Keep one of them.`;
      return { row: line, column: 'barcode', value: shown(barcode ?? sku ?? ''), reason };
    },
    withCategory(row) {
      if (row.category === undefined) return row;
      const folded = foldText(row.category);
      const category = categories.get(folded) ?? row.category;
      categories.set(folded, category);
      return { ...row, category };
    },
  };
}

function oneSpelling(barcode: string): string {
  return barcodeLookupKeys(barcode).find((key) => key.length === 14) ?? barcode;
}

const noCounts: ImportCounts = {
  rowsTotal: 0,
  rowsChecked: 0,
  toCreate: 0,
  toUpdate: 0,
  unchanged: 0,
  problemCount: 0,
};

function countsOf({ rowsTotal, rowsChecked, toCreate, toUpdate, unchanged, problemCount }: CheckedFile) {
  return { rowsTotal, rowsChecked, toCreate, toUpdate, unchanged, problemCount };
}

function countLines(file: Buffer): number {
  let count = 0;
  for (let at = file.indexOf(newline); at >= 0; at = file.indexOf(newline, at + 1)) count += 1;
  return count;
}

function wholeFile(reason: string): ImportProblem {
  return { row: 1, column: null, value: null, reason };
}
