import { expect, test } from 'vitest';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { readTypedAmount } from './read-typed-amount.ts';

const inPesos = (text: string, locale = 'en-PH') => {
  const currency = currencyOf('PHP');
  if (currency === undefined) throw new Error('no pesos');
  const read = readTypedAmount(text, { currency, locale });
  return read.ok ? read.value : read.failure.code;
};

test.each([
  ['500', 50_000],
  ['0500', 50_000],
  ['0', 0],
  ['12.', 1_200],
  ['12.5', 1_250],
  ['.5', 50],
  ['1,000', 100_000],
  ['1,000.50', 100_050],
])('%j is %i centavos', (text, minor) => {
  expect(inPesos(text)).toBe(minor);
});

test.each(['abc', '5oo', '1.000,50', '1,5', '1.2.3', '12.345', '-5', '.', ' '])('%j is refused', (text) => {
  expect(inPesos(text)).toBe('money-invalid');
});

test('where the comma parts the decimals, the pad is understood all the same', () => {
  expect([inPesos('1.000,50', 'de-DE'), inPesos('12,5', 'de-DE'), inPesos('12.5', 'de-DE')]).toEqual([
    100_050, 1_250, 1_250,
  ]);
  expect(inPesos('1.000', 'de-DE')).toBe(100_000);
});
