import { expect, test } from 'vitest';
import { addBarcode } from './add-barcode.ts';

test('a barcode is added once, trimmed', () => {
  expect(addBarcode(['1'], ' 4006381333931 ')).toEqual({ ok: true, value: ['1', '4006381333931'] });
  expect(addBarcode(['1'], '1')).toEqual({ ok: false, failure: 'barcodeThere' });
});

test('what the engine would refuse is not added', () => {
  for (const typed of ['', 'two words', 'ñ', 'x'.repeat(65)]) {
    expect(addBarcode([], typed)).toEqual({ ok: false, failure: 'barcodeInvalid' });
  }
  const twenty = Array.from({ length: 20 }, (_, index) => String(index));
  expect(addBarcode(twenty, '20')).toEqual({ ok: false, failure: 'barcodesMany' });
});
