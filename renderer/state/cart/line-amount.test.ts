import { expect, test } from 'vitest';
import { price, type PricingRules } from '../../../shared/domain/price.ts';
import { lineAmountMinor } from './line-amount.ts';

const rules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'exclusive',
  taxRounding: 'order',
  rounding: 'half-up',
};
const lines = [100, 250].map((unitPriceMinor, index) => ({
  lineId: String(index),
  productId: null,
  name: '',
  unitPriceMinor,
  quantityMilli: 3000,
  taxRates: [{ name: 'VAT', ratePpm: 120_000, compound: false }],
}));

test.each(['exclusive', 'inclusive'] as const)('lines add up to the items figure, tax %s', (taxMode) => {
  const priced = price({ lines }, { ...rules, taxMode });
  expect(priced.lines.map(lineAmountMinor)).toEqual([300, 750]);
  expect(priced.grossMinor).toBe(1050);
  expect(priced.totalMinor).toBe(taxMode === 'exclusive' ? 1176 : 1050);
});
