import { expect, test } from 'vitest';
import { csvField, csvFile, sampleCsv } from './sample-csv.ts';

test('fields are quoted where they need it, and no field is a formula', () => {
  expect(csvField('Rice, brown')).toBe('"Rice, brown"');
  expect(csvField('12" pan')).toBe('"12"" pan"');
  expect(csvField('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  expect(csvField('plain')).toBe('plain');
});

test('a file begins with the mark of UTF-8 and ends each line the way spreadsheets want', async () => {
  const bytes = new Uint8Array(
    await csvFile([
      ['a', 'b'],
      ['ñ', ''],
    ]).arrayBuffer(),
  );
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(new TextDecoder().decode(bytes)).toBe('a,b\r\nñ,\r\n');
});

test('every line of the sample has as many fields as its heading', async () => {
  const [heading, ...lines] = (await sampleCsv().text()).replace('\uFEFF', '').trim().split('\r\n');
  expect(heading).toBe('name,price,barcode,sku,category,tax_class,unit,stock,favourite');
  for (const line of lines) expect(line.replaceAll(/"[^"]*"/g, '').split(',')).toHaveLength(9);
});
