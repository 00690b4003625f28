import type { ImportProblem } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { shown } from './decode-import-file.ts';

const aliases = {
  barcode: ['barcode', 'barcodes', 'bar code', 'ean', 'ean13', 'ean 13', 'gtin', 'upc', 'code'],
  name: ['name', 'product', 'product name', 'item', 'item name', 'title', 'description'],
  price: ['price', 'unit price', 'selling price', 'sale price', 'retail price', 'srp'],
  sku: ['sku', 'item code', 'product code', 'stock code', 'item number', 'article', 'article number'],
  category: ['category', 'categories', 'group', 'department'],
  tax_class: ['tax class', 'tax', 'tax rate', 'vat'],
  unit: ['unit', 'uom', 'unit of measure', 'sold by'],
  stock: ['stock', 'opening stock', 'quantity', 'qty', 'on hand'],
  favourite: ['favourite', 'favorite', 'favourites', 'favorites'],
} as const;

export type ImportColumn = keyof typeof aliases;
export type ImportHeader = {
  /** Where each column stands. */
  positions: Partial<Record<ImportColumn, number>>;
  /** How many fields every row must have. */
  width: number;
};

/** The columns of a file by the names in its first row, in any case and under their usual other names. */
export function readImportHeader(
  fields: readonly string[],
  row: number,
): { header: ImportHeader; problems: ImportProblem[]; warnings: string[] } {
  const positions: Partial<Record<ImportColumn, number>> = {};
  const problems: ImportProblem[] = [];
  const unknown: string[] = [];
  for (const [position, title] of fields.entries()) {
    const column = columnOf(title);
    if (column === undefined) {
      if (title.trim() !== '') unknown.push(`“${shown(title.trim())}”`);
    } else if (positions[column] === undefined) positions[column] = position;
    else {
      const reason = `There are two columns for the ${column}. Leave one of them out.`;
      problems.push({ row, column, value: shown(title), reason });
    }
  }
  for (const column of ['barcode', 'name', 'price'] as const) {
    if (positions[column] !== undefined || (column === 'barcode' && positions.sku !== undefined)) continue;
    const reason = `There is no column “${column}”. The first row must name the columns: barcode, name and price at least.`;
    problems.push({ row, column, value: null, reason });
  }
  return { header: { positions, width: fields.length }, problems, warnings: warningsOf(unknown) };
}

function columnOf(title: string): ImportColumn | undefined {
  const plain = foldText(title)
    .replaceAll(/[\s._-]+/g, ' ')
    .trim();
  const columns = Object.keys(aliases) as ImportColumn[];
  return columns.find((column) => (aliases[column] as readonly string[]).includes(plain));
}

function warningsOf(unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, 20).join(', ');
  const more = unknown.length > 20 ? ` and ${unknown.length - 20} more` : '';
  return unknown.length === 1
    ? [`The column ${named} is not one that is imported. It is left out.`]
    : [`The columns ${named}${more} are not ones that are imported. They are left out.`];
}
