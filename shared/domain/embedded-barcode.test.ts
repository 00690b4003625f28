import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  embeddedLookupKeys,
  embeddedSale,
  fillsBarcode,
  readEmbeddedCode,
  valueCheckDigit,
  writeEmbeddedCode,
  type EmbeddedRule,
} from './embedded-barcode.ts';
import { price } from './price.ts';

const price21: EmbeddedRule = { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'price' };
const weight22: EmbeddedRule = { prefix: '22', itemDigits: 4, valueDigits: 5, value: 'weight' };
const upc: EmbeddedRule = { prefix: '02', itemDigits: 5, valueDigits: 4, value: 'price' };

describe('a label of the shop', () => {
  it('has the check digits of GS1’s examples', () => {
    expect(valueCheckDigit('2875')).toBe('9');
    expect(valueCheckDigit('14685')).toBe('6');
  });

  it('tells its item and its price or weight', () => {
    expect(readEmbeddedCode('2112345012509', [price21])).toBeNull();
    const label = writeEmbeddedCode(price21, '12345', 1250);
    expect(readEmbeddedCode(label, [weight22, price21])).toEqual({
      prefix: '21',
      item: '12345',
      value: 'price',
      amount: 1250,
    });
    expect(readEmbeddedCode(writeEmbeddedCode(weight22, '77', 1530), [price21, weight22])).toMatchObject({
      item: '0077',
      value: 'weight',
      amount: 1530,
    });
  });

  it('is read as a UPC-A too', () => {
    const label = writeEmbeddedCode(upc, '12345', 2875);
    expect(label.startsWith('0')).toBe(true);
    expect(readEmbeddedCode(label.slice(1), [upc])).toMatchObject({ item: '12345', amount: 2875 });
  });

  it('is nobody’s with a wrong check digit, a value of nothing, or a rule that does not fill it', () => {
    const label = writeEmbeddedCode(weight22, '7', 1530);
    expect(
      readEmbeddedCode(`${label.slice(0, -1)}${(Number(label.at(-1)) + 1) % 10}`, [weight22]),
    ).toBeNull();
    expect(readEmbeddedCode(writeEmbeddedCode(price21, '1', 0), [price21])).toBeNull();
    expect(fillsBarcode({ ...price21, itemDigits: 3 })).toBe(false);
    expect(fillsBarcode({ ...price21, itemDigits: 6, valueDigits: 3 })).toBe(false);
    expect(() => writeEmbeddedCode(price21, '123456', 1)).toThrow(RangeError);
  });

  it('names the product by its digits, without zeros, or by how its barcode begins', () => {
    expect(embeddedLookupKeys({ prefix: '21', item: '00077', value: 'price', amount: 1 })).toEqual([
      '00077',
      '77',
      '2100077',
      '2100077000007',
    ]);
  });

  it('comes back as it was written', () => {
    const rules = fc.constantFrom(price21, weight22, upc);
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 9999 }), (rule, amount, item) => {
        const read = readEmbeddedCode(writeEmbeddedCode(rule, String(item), amount), [rule]);
        expect(read).toMatchObject({ item: String(item).padStart(rule.itemDigits, '0'), amount });
      }),
    );
  });
});

describe('what a label sells', () => {
  it('is a weight of what is weighed, and nothing of what is not', () => {
    const weight = { value: 'weight' as const, amount: 1530 };
    expect(embeddedSale(weight, { unit: 'kg', priceMinor: 5800 })).toEqual({
      quantityMilli: 1530,
      printedMinor: null,
    });
    expect(embeddedSale(weight, { unit: 'each', priceMinor: 5800 })).toBeNull();
  });

  it('is exactly the printed price, whatever the grams come to', () => {
    const rules = {
      version: 1,
      currency: { code: 'PHP', exponent: 2 },
      taxMode: 'inclusive',
      taxRounding: 'line',
      rounding: 'half-up',
    } as const;
    const unit = fc.constantFrom('each' as const, 'kg' as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.nat({ max: 500_000 }),
        unit,
        (amount, priceMinor, unitOf) => {
          const sale = embeddedSale({ value: 'price', amount }, { unit: unitOf, priceMinor });
          if (sale === null) throw new Error('a price can always be sold');
          const line = { lineId: '1', productId: null, name: 'x', taxRates: [], unitPriceMinor: priceMinor };
          const priced = price(
            { lines: [{ ...line, quantityMilli: sale.quantityMilli, printedMinor: amount }] },
            rules,
          );
          expect(priced.totalMinor).toBe(amount);
          expect(sale.quantityMilli).toBeGreaterThan(0);
        },
      ),
    );
  });
});
