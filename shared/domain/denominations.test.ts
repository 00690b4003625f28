import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyOf, listCurrencies } from './currency.ts';
import { denominationsOf, piecesTotal } from './denominations.ts';

test('every currency has distinct pieces, the largest first', () => {
  for (const currency of listCurrencies()) {
    const pieces = denominationsOf(currency);
    expect(pieces.length, currency.code).toBeGreaterThan(5);
    expect(
      [...new Set(pieces)].sort((a, b) => b - a),
      currency.code,
    ).toEqual(pieces);
    expect(pieces.every((piece) => Number.isSafeInteger(piece) && piece > 0)).toBe(true);
  }
});

test('the peso, the yen and the dinar as people have them', () => {
  const of = (code: string) => denominationsOf(currencyOf(code) ?? { code, exponent: 2 });
  expect(of('PHP').slice(0, 3)).toEqual([100_000, 50_000, 20_000]);
  expect(of('JPY').at(-1)).toBe(1);
  expect(of('KWD')).toContain(250);
});

test('pieces come to the sum of what each is worth', () => {
  const counts = fc.dictionary(fc.integer({ min: 1, max: 100_000 }).map(String), fc.nat(10_000));
  fc.assert(
    fc.property(counts, (pieces) => {
      const sum = Object.entries(pieces).reduce((total, [worth, count]) => total + Number(worth) * count, 0);
      expect(piecesTotal(pieces)).toBe(sum);
    }),
  );
  expect(() => piecesTotal({ '100': -1 })).toThrow(RangeError);
  expect(() => piecesTotal({ x: 1 })).toThrow(RangeError);
});
