import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ONE, parseQuantity, quantityText } from './quantity.ts';

describe('quantities', () => {
  it.each([
    ['1', ONE],
    ['2', 2000],
    ['1.25', 1250],
    ['1.250', 1250],
    ['0.001', 1],
    ['1000000', 1_000_000_000],
  ])('reads %s', (text, milli) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: milli });
  });

  it.each(['', '0', '0.000', '-1', '1,25', '1.2345', '1e3', '.5', '5.', '２', ' 2', 'x', '9'.repeat(17)])(
    'refuses "%s"',
    (text) => {
      const read = parseQuantity(text);
      expect(read.ok ? read.value : read.failure.code).toBe('quantity-invalid');
    },
  );

  it.each([
    [2000, '2'],
    [1250, '1.25'],
    [1, '0.001'],
    [10, '0.01'],
    [0, '0'],
    [-1500, '-1.5'],
    [-5, '-0.005'],
    [100_000, '100'],
  ])('writes %s as %s', (milli, text) => {
    expect(quantityText(milli)).toBe(text);
  });

  it('gives back every quantity that was written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (milli) => {
        expect(parseQuantity(quantityText(milli))).toEqual({ ok: true, value: milli });
      }),
    );
  });

  it('throws for what is no quantity', () => {
    expect(() => quantityText(0.5)).toThrow(RangeError);
  });
});
