import { expect, test } from 'vitest';
import { sampleCsv } from './sample-csv.ts';

test('every line of the sample has as many fields as its heading', async () => {
  const [heading, ...lines] = (await sampleCsv().text()).replace('\uFEFF', '').trim().split('\r\n');
  expect(heading).toBe('name,price,barcode,sku,category,tax_class,unit,stock,favourite');
  for (const line of lines) expect(line.replaceAll(/"[^"]*"/g, '').split(',')).toHaveLength(9);
});
