import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addGiftCards } from './gift-card-lines.ts';
import { price, type PricingRules } from './price.ts';

const rules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'exclusive',
  taxRounding: 'order',
  rounding: 'half-up',
};
const vat = [{ name: 'VAT', ratePpm: 120_000, compound: false }];
const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 });

test('a cart with gift cards costs what it costs without, and the cards', () => {
  fc.assert(
    fc.property(amounts, amounts, fc.integer({ min: 0, max: 1_000_000 }), (goods, cards, percentPpm) => {
      const lines = goods.map((unitPriceMinor, index) => ({
        lineId: `line ${index}`,
        productId: null,
        name: '',
        unitPriceMinor,
        quantityMilli: 1000,
        taxRates: vat,
      }));
      const alone = price({ lines, discount: { kind: 'percent', percentPpm } }, rules);
      const both = addGiftCards(
        alone,
        cards.map((amountMinor, index) => ({ lineId: `card ${index}`, amountMinor })),
      );
      const sum = cards.reduce((total, amount) => total + amount, 0);
      expect(both.totalMinor).toBe(alone.totalMinor + sum);
      expect(both.netMinor + both.taxMinor).toBe(both.totalMinor);
      expect([both.taxMinor, both.discountMinor, both.taxes]).toEqual([
        alone.taxMinor,
        alone.discountMinor,
        alone.taxes,
      ]);
      expect(both.lines.reduce((total, line) => total + line.totalMinor, 0)).toBe(both.totalMinor);
    }),
  );
});
