import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOf, listCurrencies } from './currency.ts';

describe('currencies', () => {
  it('have the exponents of ISO 4217', () => {
    const exponents = (codes: string) => codes.split(' ').map((code) => currencyOf(code)?.exponent);
    expect(exponents('PHP USD EUR INR NPR GBP HUF TWD MRU MGA IDR')).toEqual(Array(11).fill(2));
    expect(exponents('JPY KRW VND CLP ISK XOF XAF XPF PYG UGX')).toEqual(Array(10).fill(0));
    expect(exponents('KWD BHD OMR TND JOD IQD LYD')).toEqual(Array(7).fill(3));
  });

  it('are complete: every code has three capitals, a name of its own, and stands in order', () => {
    const all = listCurrencies();
    expect(all).toHaveLength(155);
    expect(all.map((currency) => currency.code)).toEqual(all.map((currency) => currency.code).toSorted());
    expect(new Set(all.map((currency) => currency.name)).size).toBe(all.length);
    for (const currency of all) {
      expect(currency.code).toMatch(/^[A-Z]{3}$/);
      expect(currency.name).toMatch(/^\p{Lu}.{3,}$/u);
    }
  });

  it('left the list are not there', () => {
    for (const gone of ['HRK', 'BGN', 'SLL', 'ZWL', 'ANG', 'CUC', 'DEM', 'XXX', 'XAU']) {
      expect(currencyOf(gone), gone).toBeUndefined();
    }
  });

  it('are found by exactly their code', () => {
    const known = new Set(listCurrencies().map((currency) => currency.code));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('php', ' PHP', 'constructor', '__proto__')),
        (code) => {
          expect(currencyOf(code) !== undefined).toBe(known.has(code));
        },
      ),
    );
    expect(currencyOf('PHP')).toEqual({ code: 'PHP', exponent: 2 });
  });
});
