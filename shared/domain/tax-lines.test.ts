import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUpTaxes, taxLines, type TaxRules } from './tax-lines.ts';
import type { TaxRate } from './tax.ts';

const vat: TaxRate = { name: 'VAT', ratePpm: 100_000, compound: false };
const city: TaxRate = { name: 'city', ratePpm: 10_000, compound: true };
const perOrder: TaxRules = { taxMode: 'exclusive', taxRounding: 'order', rounding: 'half-up' };

describe('taxLines', () => {
  it('hands the order’s tax to the lines that were cut off the most', () => {
    // 0.4 + 0.6 + 0.9 + 0.1 = 2: one unit each to the 0.9 and the 0.6
    const lines = [4, 6, 9, 1].map((amountMinor) => ({ amountMinor, rates: [vat] }));
    expect(taxLines(lines, perOrder).map((line) => line.taxMinor)).toEqual([0, 1, 1, 0]);
    expect(taxLines(lines, { ...perOrder, taxRounding: 'line' }).map((line) => line.taxMinor)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('rounds a rate once, though it stands in lines with other rates beside it', () => {
    const lines = [
      { amountMinor: 4, rates: [vat] },
      { amountMinor: 4, rates: [vat, city] },
    ];
    expect(addUpTaxes(taxLines(lines, perOrder)).map((tax) => [tax.name, tax.taxMinor])).toEqual([
      ['VAT', 1],
      ['city', 0],
    ]);
    expect(
      addUpTaxes(taxLines(lines, { ...perOrder, taxRounding: 'line' })).map((tax) => tax.taxMinor),
    ).toEqual([0, 0]);
  });

  it('keeps rates apart that differ in name, size or kind', () => {
    const rates = [vat, { ...vat, name: 'other' }, { ...vat, ratePpm: 1 }, { ...vat, compound: true }];
    const totals = addUpTaxes(taxLines([{ amountMinor: 1000, rates }], perOrder));
    expect(totals).toHaveLength(4);
  });

  it('mixes sales and returns: the tax of nothing is nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9999, max: 9999 })), (amounts) => {
        const both = [...amounts, ...amounts.map((amount) => 0 - amount)];
        const lines = both.map((amountMinor) => ({ amountMinor, rates: [vat, city] }));
        for (const total of addUpTaxes(taxLines(lines, perOrder))) expect(total.taxMinor).toBe(0);
      }),
    );
  });
});
