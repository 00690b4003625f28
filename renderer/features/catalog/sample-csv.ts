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

/** A field of a CSV file, in quotes where it needs them; never something a spreadsheet would run as a formula. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines of fields as a CSV file that spreadsheets open as UTF-8. */
export function csvFile(lines: readonly (readonly string[])[]): Blob {
  const text = lines.map((fields) => fields.map(csvField).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' });
}

/** A small file that can be imported as it is. */
export function sampleCsv(): Blob {
  return csvFile([
    importColumns.map(({ name }) => name),
    importColumns.map(({ example }) => example),
    ['Tomatoes', '120.00', '', 'TOM', 'Vegetables', '', 'kg', '12.5', ''],
  ]);
}
