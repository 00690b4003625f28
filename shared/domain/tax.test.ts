import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinor, divideRounded, type RoundingMode } from './money.ts';
import { floorShare, taxOf, taxShares, type TaxMode, type TaxRate } from './tax.ts';

const VAT12: TaxRate = { name: 'VAT', ratePpm: 120_000, compound: false };
const GST: TaxRate = { name: 'GST', ratePpm: 50_000, compound: false };
const PST: TaxRate = { name: 'PST', ratePpm: 100_000, compound: true };
const NINE_ODD: TaxRate = { name: 'QST', ratePpm: 99_750, compound: true };

const rate = fc.record<TaxRate>({
  name: fc.constantFrom('A', 'B', 'C'),
  ratePpm: fc.oneof(fc.constantFrom(0, 50_000, 80_000, 100_000, 120_000), fc.nat({ max: 300_000 })),
  compound: fc.boolean(),
});
const rates = fc.array(rate, { maxLength: 4 });
const modes = fc.constantFrom<TaxMode>('inclusive', 'exclusive');
const roundings = fc.constantFrom<RoundingMode>('half-up', 'half-even');
const amounts = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
);

describe('taxOf', () => {
  it.each<[string, number, TaxRate[], TaxMode, number, number[]]>([
    ['12 % inside 112.00', 11200, [VAT12], 'inclusive', 10000, [1200]],
    ['12 % inside 100.00', 10000, [VAT12], 'inclusive', 8929, [1071]],
    ['12 % on 100.00', 10000, [VAT12], 'exclusive', 10000, [1200]],
    ['5 % and 10 % on top of it, on 100.00', 10000, [GST, PST], 'exclusive', 10000, [500, 1050]],
    ['5 % and 10 % on top of it, inside 115.50', 11550, [GST, PST], 'inclusive', 10000, [500, 1050]],
    [
      '5 % and 10 % beside it, on 100.00',
      10000,
      [GST, { ...PST, compound: false }],
      'exclusive',
      10000,
      [500, 1000],
    ],
    [
      '5 % and 10 % beside it, inside 115.00',
      11500,
      [GST, { ...PST, compound: false }],
      'inclusive',
      10000,
      [500, 1000],
    ],
    ['a compound rate alone', 10000, [PST], 'exclusive', 10000, [1000]],
    ['5 % and 9.975 % on top of it, on 1000.00', 100000, [GST, NINE_ODD], 'exclusive', 100000, [5000, 10474]],
    ['a return', -11200, [VAT12], 'inclusive', -10000, [-1200]],
    ['no rates', 999, [], 'inclusive', 999, []],
    ['nothing', 0, [VAT12], 'inclusive', 0, [0]],
    ['zero-rated', 500, [{ ...VAT12, ratePpm: 0 }], 'inclusive', 500, [0]],
  ])('%s', (_, amount, list, mode, netMinor, parts) => {
    const taxed = taxOf(amount, list, mode, 'half-up');
    expect(taxed.netMinor).toBe(netMinor);
    expect(taxed.parts.map((part) => part.taxMinor)).toEqual(parts);
  });

  it('says what each rate was taken on', () => {
    expect(taxOf(10000, [GST, PST], 'exclusive', 'half-up').parts).toEqual([
      { name: 'GST', ratePpm: 50_000, compound: false, baseMinor: 10000, taxMinor: 500 },
      { name: 'PST', ratePpm: 100_000, compound: true, baseMinor: 10500, taxMinor: 1050 },
    ]);
  });

  it('rounds a tie by the mode: 0.50 at 1 %', () => {
    const one = [{ name: 'one', ratePpm: 10_000, compound: false }];
    expect(taxOf(50, one, 'exclusive', 'half-up').taxMinor).toBe(1);
    expect(taxOf(50, one, 'exclusive', 'half-even').taxMinor).toBe(0);
    expect(taxOf(150, one, 'exclusive', 'half-even').taxMinor).toBe(2);
    expect(taxOf(-50, one, 'exclusive', 'half-up').taxMinor).toBe(-1);
  });

  it('net + tax = gross and the parts add up, whatever the rates', () => {
    fc.assert(
      fc.property(amounts, rates, modes, roundings, (amount, list, mode, rounding) => {
        const taxed = taxOf(amount, list, mode, rounding);
        expect(taxed.netMinor + taxed.taxMinor).toBe(taxed.grossMinor);
        expect(addMinor(...taxed.parts.map((part) => part.taxMinor))).toBe(taxed.taxMinor);
        expect(mode === 'inclusive' ? taxed.grossMinor : taxed.netMinor).toBe(amount);
        for (const part of taxed.parts) expect(Math.sign(part.taxMinor) * Math.sign(amount)).not.toBe(-1);
      }),
    );
  });

  it('with one rate is the formula of the books', () => {
    fc.assert(
      fc.property(amounts, rate, modes, roundings, (amount, one, mode, rounding) => {
        const ppm = BigInt(one.ratePpm);
        const whole = mode === 'inclusive' ? 1_000_000n + ppm : 1_000_000n;
        const exact = divideRounded(BigInt(amount) * ppm, whole, rounding);
        expect(BigInt(taxOf(amount, [one], mode, rounding).taxMinor)).toBe(exact);
      }),
    );
  });

  it('a return undoes its sale to the unit', () => {
    fc.assert(
      fc.property(amounts, rates, modes, roundings, (amount, list, mode, rounding) => {
        const sale = taxOf(amount, list, mode, rounding);
        const back = taxOf(0 - amount, list, mode, rounding);
        expect(sale.taxMinor + back.taxMinor).toBe(0);
        expect(sale.netMinor + back.netMinor).toBe(0);
      }),
    );
  });

  it('inclusive takes the tax out that exclusive put on, within a unit per rate', () => {
    fc.assert(
      fc.property(amounts, rates, roundings, (amount, list, rounding) => {
        const put = taxOf(amount, list, 'exclusive', rounding);
        const taken = taxOf(put.grossMinor, list, 'inclusive', rounding);
        expect(Math.abs(taken.netMinor - put.netMinor)).toBeLessThanOrEqual(list.length);
      }),
    );
  });

  it('holds rates that no plain number can, and refuses negative ones', () => {
    const odd = [333_333, 271_829, 141_421, 99_991].map((ratePpm, index) => ({
      name: `odd ${index}`,
      ratePpm,
      compound: true,
    }));
    expect(taxShares(odd, 'inclusive').some((share) => share.small === null)).toBe(true);
    const taxed = taxOf(1_000_000, odd, 'exclusive', 'half-up');
    expect(taxed.parts.map((part) => part.taxMinor)).toEqual([333_333, 362_439, 239_818, 193_542]);
    expect(() => taxOf(1, [{ ...VAT12, ratePpm: -1 }], 'exclusive', 'half-up')).toThrow(RangeError);
  });
});

describe('floorShare', () => {
  it('rounds down and says how much it cut off', () => {
    const check = (list: TaxRate[], amount: number) => {
      for (const share of taxShares(list, 'inclusive')) {
        const { quotient, fraction } = floorShare(amount, share);
        const exact = BigInt(amount) * share.numerator;
        expect(BigInt(quotient) * share.denominator <= exact).toBe(true);
        expect(BigInt(quotient + 1) * share.denominator > exact).toBe(true);
        expect(fraction >= 0 && fraction <= 1).toBe(true);
      }
    };
    fc.assert(fc.property(rates, amounts, check));
  });
});
