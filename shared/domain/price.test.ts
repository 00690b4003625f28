import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartOf, rate, ruleSet } from '../../tests/fixtures/priced-carts.ts';
import { addMinor, divideRounded } from './money.ts';
import {
  price,
  tryPrice,
  type Cart,
  type CartLine,
  type Discount,
  type PricedLine,
  type PricingRules,
} from './price.ts';
import { priceVectors } from './price.vectors.ts';
import type { TaxRate } from './tax.ts';

const CARTS = Number(process.env['SUKLI_CARTS'] ?? 10_000);

const euroRules: PricingRules = {
  version: 1,
  currency: { code: 'EUR', exponent: 2 },
  taxMode: 'exclusive',
  taxRounding: 'line',
  rounding: 'half-up',
};

const sumOf = (lines: readonly PricedLine[], field: Exclude<keyof PricedLine, 'lineId'>) =>
  addMinor(...lines.map((line) => line[field]));

describe('golden carts', () => {
  it.each(priceVectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_, { cart, rules, expected }) => {
      const priced = price(cart, rules);
      const { taxes, lineTotals, ...figures } = expected;
      expect(priced).toMatchObject(figures);
      if (lineTotals) expect(priced.lines.map((line) => line.totalMinor)).toEqual(lineTotals);
      if (taxes) {
        expect(priced.taxes.map(({ name, baseMinor, taxMinor }) => ({ name, baseMinor, taxMinor }))).toEqual(
          taxes,
        );
      }
    },
  );
});

describe(`${CARTS} random carts`, () => {
  it('add up: lines to the order, rates to the tax, net and tax to the total', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(cartOf(-3), ruleSet, (cart, rules) => {
        const priced = price(cart, rules);
        const { lines } = priced;
        for (const [index, line] of lines.entries()) {
          const kept = line.grossMinor - line.lineDiscountMinor - line.orderDiscountMinor;
          if (line.netMinor + line.taxMinor !== line.totalMinor)
            throw new Error('net + tax ≠ total of a line');
          if (kept !== (rules.taxMode === 'inclusive' ? line.totalMinor : line.netMinor))
            throw new Error('kept');
          if (line.grossMinor < 0 ? kept > 0 : kept < 0) throw new Error('a discount crossed zero');
          if (line.lineId !== cart.lines[index]?.lineId) throw new Error('lines changed places');
        }
        if (priced.netMinor + priced.taxMinor !== priced.totalMinor) throw new Error('net + tax ≠ total');
        if (sumOf(lines, 'totalMinor') !== priced.totalMinor) throw new Error('lines ≠ total');
        if (sumOf(lines, 'netMinor') !== priced.netMinor) throw new Error('lines ≠ net');
        if (sumOf(lines, 'taxMinor') !== priced.taxMinor) throw new Error('lines ≠ tax');
        if (sumOf(lines, 'grossMinor') !== priced.grossMinor) throw new Error('lines ≠ gross');
        if (addMinor(...priced.taxes.map((tax) => tax.taxMinor)) !== priced.taxMinor)
          throw new Error('rates ≠ tax');
      }),
      { numRuns: CARTS },
    );
  });

  it('are the same after a journey as JSON, as from the screen to the engine', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(cartOf(-3), ruleSet, (cart, rules) => {
        const there = JSON.stringify(price(cart, rules));
        const travelled = JSON.parse(JSON.stringify({ cart, rules })) as { cart: Cart; rules: PricingRules };
        if (JSON.stringify(price(travelled.cart, travelled.rules)) !== there) throw new Error('not the same');
      }),
      { numRuns: CARTS },
    );
  });
});

describe('price', () => {
  it('per order rounds each rate once, from the exact sum over its lines', () => {
    const oneRateEach = fc.constantFrom<TaxRate[]>([rate('a', 120_000)], [rate('b', 55_000)], []);
    fc.assert(
      fc.property(
        cartOf(0),
        ruleSet,
        fc.array(oneRateEach, { minLength: 12, maxLength: 12 }),
        (cart, rules, rates) => {
          const lines = cart.lines.map((line, index) => ({ ...line, taxRates: rates[index] ?? [] }));
          const priced = price({ ...cart, lines }, { ...rules, taxRounding: 'order' });
          for (const total of priced.taxes) {
            let amount = 0n;
            for (const [index, line] of priced.lines.entries()) {
              if (lines[index]?.taxRates[0]?.name !== total.name) continue;
              amount += BigInt(line.grossMinor - line.lineDiscountMinor - line.orderDiscountMinor);
            }
            const whole = 1_000_000n + (rules.taxMode === 'inclusive' ? BigInt(total.ratePpm) : 0n);
            const exact = divideRounded(amount * BigInt(total.ratePpm), whole, rules.rounding);
            expect(BigInt(total.taxMinor)).toBe(exact);
          }
        },
      ),
    );
  });

  it('with prices that have their tax inside, the rounding of tax never changes what is paid', () => {
    fc.assert(
      fc.property(cartOf(-3), ruleSet, (cart, rules) => {
        const inclusive = { ...rules, taxMode: 'inclusive' as const };
        const perLine = price(cart, { ...inclusive, taxRounding: 'line' });
        const perOrder = price(cart, { ...inclusive, taxRounding: 'order' });
        expect(perOrder.totalMinor).toBe(perLine.totalMinor);
        expect(perOrder.lines.map((line) => line.totalMinor)).toEqual(
          perLine.lines.map((line) => line.totalMinor),
        );
      }),
    );
  });

  it('a cart of returns is the mirror image of the sale', () => {
    fc.assert(
      fc.property(cartOf(0), ruleSet, (cart, rules) => {
        const back = cart.lines.map((line) => ({ ...line, quantityMilli: 0 - line.quantityMilli }));
        const sale = price(cart, rules);
        const returned = price({ ...cart, lines: back }, rules);
        for (const field of ['grossMinor', 'discountMinor', 'netMinor', 'taxMinor', 'totalMinor'] as const) {
          expect(sale[field] + returned[field]).toBe(0);
        }
        expect(returned.itemCount).toBe(sale.itemCount);
      }),
    );
  });

  it('per order hands no line a tax that is a whole unit from its exact one', () => {
    const vat = [rate('VAT', 120_000)];
    fc.assert(
      fc.property(cartOf(-3), ruleSet, (cart, rules) => {
        const lines = cart.lines.map((line) => ({ ...line, taxRates: vat }));
        const priced = price({ ...cart, lines }, { ...rules, taxRounding: 'order' });
        for (const line of priced.lines) {
          const amount = line.grossMinor - line.lineDiscountMinor - line.orderDiscountMinor;
          const exact = (amount * 12) / (rules.taxMode === 'inclusive' ? 112 : 100);
          expect(Math.abs(line.taxMinor - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  it('counts pieces, and a weighed line as one', () => {
    const lines = [3000, 1250, 1, -2000, 0].map((quantityMilli, index): CartLine => ({
      lineId: `${index}`,
      productId: null,
      name: 'x',
      unitPriceMinor: 1,
      quantityMilli,
      taxRates: [],
    }));
    expect(price({ lines }, euroRules).itemCount).toBe(3 + 1 + 1 + 2 + 0);
  });

  it('refuses amounts that no number can hold, as a value when asked so', () => {
    const line: CartLine = {
      lineId: '1',
      productId: null,
      name: 'x',
      unitPriceMinor: 1_000_000_000_000,
      quantityMilli: 1_000_000_000,
      taxRates: [],
    };
    expect(() => price({ lines: [line] }, euroRules)).toThrow(RangeError);
    const tried = tryPrice({ lines: [line] }, euroRules);
    expect(tried.ok ? '' : tried.failure.code).toBe('money-invalid');
    expect(tryPrice({ lines: [] }, euroRules).ok).toBe(true);
  });

  it('prices 300 lines within a keystroke', () => {
    const discounts: (Discount | undefined)[] = [undefined, { kind: 'percent', percentPpm: 50_000 }];
    const lines = Array.from({ length: 300 }, (_, index): CartLine => ({
      lineId: `${index}`,
      productId: null,
      name: 'x',
      unitPriceMinor: 100 + index,
      quantityMilli: 1000 + index,
      taxRates: [rate('VAT', 120_000), rate('city', 10_000, index % 2 === 0)],
      discount: discounts[index % 2],
    }));
    const rules: PricingRules = { ...euroRules, taxRounding: 'order' };
    const cart: Cart = { lines, discount: { kind: 'amount', amountMinor: 1234 } };
    for (let warm = 0; warm < 50; warm += 1) price(cart, rules);
    const started = performance.now();
    for (let turn = 0; turn < 20; turn += 1) price(cart, rules);
    expect((performance.now() - started) / 20).toBeLessThan(16);
  });
});
