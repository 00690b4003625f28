import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../api/defaults.ts';
import { addGiftCards } from './gift-card-lines.ts';
import { price, type Discount, type PricingRules } from './price.ts';
import { needsReason, saleActs, type DecidedLine } from './sale-acts.ts';

const rules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'inclusive',
  taxRounding: 'line',
  rounding: 'half-up',
};
type Line = DecidedLine & { quantityMilli: number };
const bread: Line = {
  lineId: 'bread',
  kind: 'product',
  listPriceMinor: 5_000,
  unitPriceMinor: 5_000,
  quantityMilli: 2_000,
};

function actsOf(lines: readonly Line[], discount?: Discount) {
  const cart = {
    lines: lines.map((line) => ({ ...line, productId: null, name: line.lineId, taxRates: [] })),
    discount,
  };
  return saleActs({ id: 'sale', lines, discount }, price(cart, rules));
}

describe('what was done to a sale by hand', () => {
  it('is nothing where the catalogue’s prices are asked', () => {
    expect(actsOf([bread])).toEqual([]);
  });

  it('is told with the size of each act, line by line and the whole sale last', () => {
    const cake: Line = { ...bread, lineId: 'cake', unitPriceMinor: 4_000, quantityMilli: 1_000 };
    const other: Line = { ...bread, lineId: 'other', kind: 'ad-hoc', unitPriceMinor: 700 };
    const amount: Discount = { kind: 'amount', amountMinor: 1_000 };
    expect(
      actsOf([{ ...bread, discount: amount }, cake, other], { kind: 'percent', percentPpm: 50_000 }),
    ).toEqual([
      { act: 'discount-line', subject: 'bread', figure: 100_000 },
      { act: 'price-change', subject: 'cake', figure: 200_000 },
      { act: 'ad-hoc-item', subject: 'other', figure: 1_400 },
      { act: 'discount-order', subject: 'sale', figure: 50_000 },
    ]);
  });

  it('is no smaller for the gift cards that are sold with it', () => {
    const discount: Discount = { kind: 'amount', amountMinor: 5_000 };
    const card: Line = { ...bread, lineId: 'card', kind: 'gift-card', quantityMilli: 1_000 };
    const goods = { lines: [{ ...bread, productId: null, name: 'Bread', taxRates: [] }], discount };
    const priced = addGiftCards(price(goods, rules), [{ lineId: 'card', amountMinor: 1_000_000 }]);
    expect(saleActs({ id: 'sale', lines: [bread, card], discount }, priced)).toEqual([
      { act: 'discount-order', subject: 'sale', figure: 500_000 },
    ]);
  });

  it('is as large as the percent that was given, whatever the rounding takes off', () => {
    const sweet: Line = { ...bread, unitPriceMinor: 5, listPriceMinor: 5, quantityMilli: 1_000 };
    const tenth: Discount = { kind: 'percent', percentPpm: 100_000 };
    expect(actsOf([{ ...sweet, discount: tenth }])).toMatchObject([{ figure: 100_000 }]);
  });

  it('is an amount’s part of the line, never rounded down below a limit', () => {
    const lines = fc.record({
      unitPriceMinor: fc.integer({ min: 1, max: 1_000_000 }),
      quantityMilli: fc.integer({ min: 1, max: 9_999 }),
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 2_000_000 }), (line, amountMinor) => {
        const discount = { kind: 'amount' as const, amountMinor };
        const [act] = actsOf([{ ...bread, ...line, listPriceMinor: line.unitPriceMinor, discount }]);
        const grossMinor = Math.round((line.unitPriceMinor * line.quantityMilli) / 1000);
        if (grossMinor === 0) return act === undefined;
        const taken = Math.min(amountMinor, grossMinor);
        expect(act?.figure).toBeLessThanOrEqual(1_000_000);
        return (act?.figure ?? 0) * grossMinor >= taken * 1_000_000;
      }),
    );
  });

  it('is a price up as well as down', () => {
    expect(actsOf([{ ...bread, unitPriceMinor: 7_500 }])).toMatchObject([
      { act: 'price-change', figure: 500_000 },
    ]);
    expect(actsOf([{ ...bread, listPriceMinor: 0 }])).toMatchObject([{ figure: 1_000_000 }]);
  });
});

it('needs a reason for a price, and for a discount beyond what staff give freely', () => {
  const { acts } = defaultSettings;
  expect(needsReason({ act: 'price-change', figure: 1 }, acts)).toBe(true);
  expect(needsReason({ act: 'discount-line', figure: 100_000 }, acts)).toBe(false);
  expect(needsReason({ act: 'discount-order', figure: 100_001 }, acts)).toBe(true);
  expect(needsReason({ act: 'ad-hoc-item', figure: 1_000_000 }, acts)).toBe(false);
});
