import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartOf, rate, ruleSet } from '../../tests/fixtures/priced-carts.ts';
import { discountOfLine, price, type Cart, type PricingRules } from './price.ts';
import { leftMinor, leftOf, priceRefund, type PricedRefund, type Returned, type SoldCart } from './refund.ts';

const SALES = Number(process.env['SUKLI_CARTS'] ?? 5_000);

/** The sale as the books would store it. */
function sell(cart: Cart, rules: PricingRules): SoldCart {
  const priced = price(cart, rules);
  return {
    rules,
    lines: priced.lines.map((line, index) => ({
      ...line,
      discountMinor: discountOfLine(line),
      quantityMilli: cart.lines[index]?.quantityMilli ?? 0,
      taxRates: cart.lines[index]?.taxRates ?? [],
    })),
  };
}

/** Refunds of random parts, by pieces where pieces are left, until nothing is left. */
function parts(sold: SoldCart, dice: readonly number[]): Returned[][] {
  const left = sold.lines.map((line) => line.quantityMilli);
  const refunds: Returned[][] = [];
  let throws = 0;
  const roll = () => (throws < dice.length ? (dice[throws++] ?? 0) : 1_000_000);
  while (left.some((milli) => milli > 0)) {
    const refund: Returned[] = [];
    for (const [position, milli] of left.entries()) {
      if (milli === 0 || (roll() % 3 === 0 && throws < dice.length)) continue;
      const step = milli % 1000 === 0 && roll() % 2 === 0 ? 1000 : 1;
      const quantityMilli = throws >= dice.length ? milli : step * (1 + (roll() % (milli / step)));
      refund.push({ position, quantityMilli });
      left[position] = milli - quantityMilli;
    }
    if (refund.length > 0) refunds.push(refund);
  }
  return refunds;
}

const figures = ['grossMinor', 'discountMinor', 'netMinor', 'taxMinor', 'totalMinor'] as const;

function refundAll(sold: SoldCart, refunds: readonly Returned[][]): PricedRefund[] {
  return refunds.map((asked, index) => {
    const refund = priceRefund(sold, refunds.slice(0, index), asked);
    if (!refund.ok) throw new Error(refund.failure.code);
    return refund.value;
  });
}

describe(`${SALES} random sales, refunded in random parts`, () => {
  it(
    'end exactly at the sale, by line, rate and order, and never pay back more',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(cartOf(0), ruleSet, fc.array(fc.nat(), { maxLength: 60 }), (cart, rules, dice) => {
          const sold = sell(cart, rules);
          const { taxes, totalMinor } = price(cart, rules);
          const refunds = refundAll(sold, parts(sold, dice));
          let before = 0;
          for (const refund of refunds) {
            if (refund.netMinor + refund.taxMinor !== refund.totalMinor) throw new Error('net + tax ≠ total');
            if (refund.totalMinor < 0) throw new Error('a refund below zero');
            before += refund.totalMinor;
            if (before > totalMinor) throw new Error('more than was paid');
            for (const line of refund.lines) {
              const sale = sold.lines[line.position];
              for (const figure of figures) {
                if (line[figure] < Math.min(sale?.[figure] ?? 0, 0)) throw new Error(`${figure} below zero`);
              }
              if (line.parts.some(({ taxMinor }) => taxMinor < 0)) throw new Error('a tax below zero');
            }
          }
          for (const [position, line] of sold.lines.entries()) {
            if (line.quantityMilli === 0) continue;
            const back = refunds.flatMap(({ lines }) => lines.filter((each) => each.position === position));
            for (const figure of figures) {
              const sum = back.reduce((total, each) => total + each[figure], 0);
              if (sum !== line[figure]) throw new Error(`${figure} of a line`);
            }
          }
          for (const tax of taxes) {
            const back = refunds.flatMap((refund) =>
              refund.taxes.filter(
                ({ name, ratePpm, compound }) =>
                  name === tax.name && ratePpm === tax.ratePpm && compound === tax.compound,
              ),
            );
            const sum = (of: 'taxMinor' | 'baseMinor') => back.reduce((total, each) => total + each[of], 0);
            if (sum('taxMinor') !== tax.taxMinor || sum('baseMinor') !== tax.baseMinor)
              throw new Error('a rate');
          }
          if (before !== totalMinor) throw new Error('not all that was paid');
        }),
        { numRuns: SALES },
      );
    },
  );

  it('as a whole is the sale', () => {
    fc.assert(
      fc.property(cartOf(1), ruleSet, (cart, rules) => {
        const sold = sell(cart, rules);
        const whole = sold.lines.map(({ quantityMilli }, position) => ({ position, quantityMilli }));
        const [all] = refundAll(sold, whole.length === 0 ? [] : [whole]);
        const { totalMinor, taxMinor } = price(cart, rules);
        if (all === undefined) return;
        expect([all.totalMinor, all.taxMinor]).toEqual([totalMinor, taxMinor]);
      }),
    );
  });
});

describe('a refund', () => {
  const rules: PricingRules = {
    version: 1,
    currency: { code: 'PHP', exponent: 2 },
    taxMode: 'inclusive',
    taxRounding: 'line',
    rounding: 'half-up',
  };
  const line = { lineId: '1', productId: null, name: 'x', taxRates: [rate('VAT', 120_000)] };
  const three = sell(
    {
      lines: [{ ...line, unitPriceMinor: 1000, quantityMilli: 3000 }],
      discount: { kind: 'amount', amountMinor: 1000 },
    },
    rules,
  );

  it('gives back a third of what was paid, and the odd centavo with the last piece', () => {
    const one = [{ position: 0, quantityMilli: 1000 }];
    const refunds = refundAll(three, [one, one, one]);
    expect(refunds.map(({ totalMinor }) => totalMinor)).toEqual([667, 667, 666]);
    expect(refunds.map(({ grossMinor }) => grossMinor)).toEqual([1000, 1000, 1000]);
    expect(refunds.map(({ taxMinor }) => taxMinor).reduce((a, b) => a + b)).toBe(three.lines[0]?.taxMinor);
  });

  it('of more than is left is refused with what is left', () => {
    const two = [{ position: 0, quantityMilli: 2000 }];
    const refused = priceRefund(three, [two], two);
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        code: 'refund-exceeds',
        details: { lines: [{ position: 0, wantedMilli: 2000, leftMilli: 1000 }] },
      },
    });
    expect(priceRefund(three, [], [{ position: 7, quantityMilli: 1000 }]).ok).toBe(false);
    expect(leftMinor(leftOf(three, [two]), 'inclusive')).toBe(667);
  });

  it('of weighed goods goes by the gram', () => {
    const weighed = sell({ lines: [{ ...line, unitPriceMinor: 39_900, quantityMilli: 1_237 }] }, rules);
    const refunds = refundAll(weighed, [
      [{ position: 0, quantityMilli: 500 }],
      [{ position: 0, quantityMilli: 737 }],
    ]);
    expect(refunds.map(({ totalMinor }) => totalMinor)).toEqual([19_950, 29_406]);
    expect(refunds[0]?.itemCount).toBe(1);
  });
});
