import { expect, test } from 'vitest';
import { csvField, csvFile } from './csv.ts';

test('fields are quoted where they need it, and no field is a formula', () => {
  expect(csvField('Rice, brown')).toBe('"Rice, brown"');
  expect(csvField('12" pan')).toBe('"12"" pan"');
  expect(csvField('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  expect(csvField('plain')).toBe('plain');
  expect(csvField('-12.50')).toBe('-12.50');
  expect(csvField('-1+2')).toBe("'-1+2");
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
