import { beforeEach, expect, test } from 'vitest';
import { makeProduct } from '../../state/cart/make-samples.ts';
import { forgetCode, recallProduct, rememberProducts } from './product-memory.ts';

const milk = makeProduct({ id: 'milk', barcodes: ['4006381333931', 'MILK-1'] });
const upc = makeProduct({ id: 'upc', barcodes: ['036000291452'] });

beforeEach(() => rememberProducts([milk, upc]));

test('a product that was seen is found by any of its barcodes, however the scanner pads them', () => {
  expect(recallProduct('4006381333931')).toBe(milk);
  expect(recallProduct('MILK-1')).toBe(milk);
  expect(recallProduct('0036000291452')).toBe(upc);
  expect(recallProduct('5555')).toBeUndefined();
});

test('the latest that was seen counts, archived products do not', () => {
  const dearer = { ...milk, priceMinor: 9900 };
  rememberProducts([dearer, makeProduct({ id: 'old', barcodes: ['OLD'], archived: true })]);
  expect(recallProduct('MILK-1')).toBe(dearer);
  expect(recallProduct('OLD')).toBeUndefined();
});

test('a code that stands for something else now is forgotten', () => {
  forgetCode('0036000291452');
  expect(recallProduct('036000291452')).toBeUndefined();
});

test('it does not grow for ever, and keeps what was seen last', () => {
  rememberProducts(
    Array.from({ length: 2500 }, (_, n) => makeProduct({ id: `p${n}`, barcodes: [`CODE-${n}`] })),
  );
  expect(recallProduct('CODE-2499')?.id).toBe('p2499');
  expect(recallProduct('CODE-10')).toBeUndefined();
  expect(recallProduct('MILK-1')).toBeUndefined();
});
