import type { ImportProblem } from '../../../shared/api/catalog.ts';
import type { TaxClass } from '../../../shared/api/settings.ts';
import type { Currency } from '../../../shared/domain/currency.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { shown } from './decode-import-file.ts';
import {
  readBarcode,
  readFavourite,
  readLine,
  readPrice,
  readStock,
  readTaxClass,
  readUnit,
} from './import-fields.ts';
import type { ImportColumn, ImportHeader } from './read-import-header.ts';
import type { FileRow } from './read-import-rows.ts';

/** A row that can be imported. What a file does not say is absent: it stays as it is, or becomes the default. */
export type ImportRow = {
  line: number;
  barcode?: string;
  sku?: string;
  name: string;
  nameFold: string;
  priceMinor: number;
  category?: string;
  taxClassId?: string;
  unit?: 'each' | 'kg';
  stockMilli?: number;
  favourite?: boolean;
};
export type ImportRules = { currency: Currency; taxClasses: readonly TaxClass[] };

/** Checks the fields of one row by themselves; every field that is wrong is a problem of its own. */
export function checkImportRow(
  { line, fields }: FileRow,
  { positions, width }: ImportHeader,
  rules: ImportRules,
): { row: ImportRow } | { problems: ImportProblem[] } {
  if (fields.length !== width) {
    const reason = `This row has ${fields.length} fields, the first row names ${width}. Check for missing or extra separators; put a field that holds one into quotes.`;
    return { problems: [{ row: line, column: null, value: shown(fields.join(' | ')), reason }] };
  }
  const problems: ImportProblem[] = [];
  const read = <T>(column: ImportColumn, reader: (text: string) => Result<T, string>): T | undefined => {
    const position = positions[column];
    const text = position === undefined ? '' : (fields[position] ?? '').trim();
    if (text === '' && column !== 'name' && column !== 'price') return undefined;
    const value = reader(text);
    if (value.ok) return value.value;
    problems.push({ row: line, column, value: shown(text), reason: value.failure });
    return undefined;
  };
  const name = read('name', (text) => readLine(text, 'name', 200));
  const values = {
    barcode: read('barcode', readBarcode),
    sku: read('sku', (text) => readLine(text, 'SKU', 64)),
    priceMinor: read('price', (text) => readPrice(text, rules.currency)),
    category: read('category', (text) => readLine(text, 'category', 60)),
    taxClassId: read('tax_class', (text) => readTaxClass(text, rules.taxClasses)),
    unit: read('unit', readUnit),
    favourite: read('favourite', readFavourite),
  };
  const stockMilli = read('stock', (text) => readStock(text, values.unit ?? 'each'));
  if (values.barcode === undefined && values.sku === undefined && problems.length === 0) {
    const reason = 'The barcode is missing. A product without one needs an SKU.';
    problems.push({ row: line, column: 'barcode', value: null, reason });
  }
  if (problems.length > 0 || name === undefined || values.priceMinor === undefined) return { problems };
  const said = Object.fromEntries(
    Object.entries({ ...values, stockMilli }).filter(([, v]) => v !== undefined),
  );
  return { row: { ...said, line, name, nameFold: foldText(name), priceMinor: values.priceMinor } };
}
