import { csvFile } from '../../ui/csv.ts';

/** The columns of an import, as the engine reads them, with what they could hold. */
export const importColumns = [
  { name: 'name', needed: true, example: 'Rice, brown 1 kg' },
  { name: 'price', needed: true, example: '52.00' },
  { name: 'barcode', needed: true, example: '4006381333931' },
  { name: 'sku', needed: false, example: 'RICE-1' },
  { name: 'category', needed: false, example: 'Groceries' },
  { name: 'tax_class', needed: false, example: '' },
  { name: 'unit', needed: false, example: 'each' },
  { name: 'stock', needed: false, example: '24' },
  { name: 'favourite', needed: false, example: 'yes' },
] as const;

/** A small file that can be imported as it is. */
export function sampleCsv(): Blob {
  return csvFile([
    importColumns.map(({ name }) => name),
    importColumns.map(({ example }) => example),
    ['Tomatoes', '120.00', '', 'TOM', 'Vegetables', '', 'kg', '12.5', ''],
  ]);
}
