import type { Cart, CartLine, PricingRules, TaxTotal } from './price.ts';
import type { TaxRate } from './tax.ts';

/** Carts with their outcome worked out by hand; what is left out of `expected` is not looked at. */
export type PriceVector = {
  name: string;
  cart: Cart;
  rules: PricingRules;
  expected: {
    grossMinor?: number;
    discountMinor?: number;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
    taxes?: Pick<TaxTotal, 'name' | 'baseMinor' | 'taxMinor'>[];
    lineTotals?: number[];
    itemCount?: number;
  };
};

const rateOf = (name: string, percent: number): TaxRate => ({
  name,
  ratePpm: percent * 10_000,
  compound: false,
});
const VAT21 = [rateOf('VAT 21', 21)];
const VAT12 = [rateOf('VAT 12', 12)];

function line(
  unitPriceMinor: number,
  quantityMilli: number,
  taxRates: readonly TaxRate[],
  more: Partial<CartLine> = {},
): CartLine {
  const lineId = `${unitPriceMinor} × ${quantityMilli}`;
  return { lineId, productId: null, name: lineId, unitPriceMinor, quantityMilli, taxRates, ...more };
}

function rules(code: string, exponent: number, more: Partial<PricingRules> = {}): PricingRules {
  const currency = { code, exponent };
  return { version: 1, currency, taxMode: 'inclusive', taxRounding: 'line', rounding: 'half-up', ...more };
}

const exclusive = { taxMode: 'exclusive' } as const;
const perOrder = { taxRounding: 'order' } as const;

/** Odoo issue 6224: 1.48 × 4, 1.52, 1.54 and 0.39 before 21 % tax. A till and its invoice differed by a cent. */
const belgian = (taxRates: readonly TaxRate[]): Cart => ({
  lines: [
    line(148, 4000, taxRates),
    line(152, 1000, taxRates),
    line(154, 1000, taxRates),
    line(39, 1000, taxRates),
  ],
});

/** The same goods with price tags that have the tax in them: nothing may change what the tags add up to. */
const belgianTags: Cart = {
  lines: [line(179, 4000, VAT21), line(184, 1000, VAT21), line(186, 1000, VAT21), line(47, 1000, VAT21)],
};

/** Odoo pull request 230726: 28.90 with 22 % in it and 1.25 with 10 % in it came to 30.14 on the screen. */
const italian: Cart = {
  lines: [line(2890, 1000, [rateOf('IVA 22', 22)]), line(125, 1000, [rateOf('IVA 10', 10)])],
};

/** Reduced and standard rate on one receipt; the invoice law wants each rate rounded once per receipt. */
const japanese: Cart = {
  lines: [
    ...[1, 2, 3].map((n) => line(107, 1000, [rateOf('8%', 8)], { lineId: `tea ${n}` })),
    ...[1, 2, 3].map((n) => line(115, 1000, [rateOf('10%', 10)], { lineId: `pen ${n}` })),
  ],
};

export const priceVectors: readonly PriceVector[] = [
  {
    name: '21 % on top, rounded per line',
    cart: belgian(VAT21),
    rules: rules('EUR', 2, exclusive),
    expected: {
      netMinor: 937,
      taxMinor: 196,
      totalMinor: 1133,
      lineTotals: [716, 184, 186, 47],
      itemCount: 7,
    },
  },
  {
    name: '21 % on top, rounded once per order',
    cart: belgian(VAT21),
    rules: rules('EUR', 2, { ...exclusive, ...perOrder }),
    expected: { netMinor: 937, taxMinor: 197, totalMinor: 1134, lineTotals: [716, 184, 187, 47] },
  },
  {
    name: '21 % inside, rounded per line',
    cart: belgianTags,
    rules: rules('EUR', 2),
    expected: { netMinor: 937, taxMinor: 196, totalMinor: 1133 },
  },
  {
    name: '21 % inside, rounded once per order: the same to pay, another split',
    cart: belgianTags,
    rules: rules('EUR', 2, perOrder),
    expected: { netMinor: 936, taxMinor: 197, totalMinor: 1133 },
  },
  {
    name: '30.15 with two rates inside, rounded per line',
    cart: italian,
    rules: rules('EUR', 2),
    expected: {
      netMinor: 2483,
      taxMinor: 532,
      totalMinor: 3015,
      taxes: [
        { name: 'IVA 22', baseMinor: 2369, taxMinor: 521 },
        { name: 'IVA 10', baseMinor: 114, taxMinor: 11 },
      ],
    },
  },
  {
    name: '30.15 with two rates inside, rounded once per order, is not 30.14',
    cart: italian,
    rules: rules('EUR', 2, perOrder),
    expected: { netMinor: 2483, taxMinor: 532, totalMinor: 3015 },
  },
  {
    name: '30.145 goes to the even 30.14 half-even',
    cart: { lines: [line(6029, 500, [])] },
    rules: rules('PHP', 2, { rounding: 'half-even' }),
    expected: { netMinor: 3014, taxMinor: 0, totalMinor: 3014 },
  },
  {
    name: '30.145 goes up to 30.15 half-up',
    cart: { lines: [line(6029, 500, [])] },
    rules: rules('PHP', 2),
    expected: { netMinor: 3015, taxMinor: 0, totalMinor: 3015 },
  },
  {
    name: 'Japan, rounded per line: what the law forbids',
    cart: japanese,
    rules: rules('JPY', 0, exclusive),
    expected: { netMinor: 666, taxMinor: 63, totalMinor: 729 },
  },
  {
    name: 'Japan, once per rate per receipt',
    cart: japanese,
    rules: rules('JPY', 0, { ...exclusive, ...perOrder }),
    expected: {
      netMinor: 666,
      taxMinor: 61,
      totalMinor: 727,
      taxes: [
        { name: '8%', baseMinor: 321, taxMinor: 26 },
        { name: '10%', baseMinor: 345, taxMinor: 35 },
      ],
    },
  },
  {
    name: 'Japan, once per rate per receipt, half-even',
    cart: japanese,
    rules: rules('JPY', 0, { ...exclusive, ...perOrder, rounding: 'half-even' }),
    expected: { netMinor: 666, taxMinor: 60, totalMinor: 726 },
  },
  {
    name: 'three decimals: 3 × 0.333 dinar and 5 %',
    cart: { lines: [line(333, 3000, [rateOf('VAT 5', 5)])] },
    rules: rules('KWD', 3, exclusive),
    expected: { netMinor: 999, taxMinor: 50, totalMinor: 1049 },
  },
  {
    name: 'weighed goods: 1.235 kg at 89.90',
    cart: { lines: [line(8990, 1235, VAT12)] },
    rules: rules('PHP', 2),
    expected: { netMinor: 9913, taxMinor: 1190, totalMinor: 11103, itemCount: 1 },
  },
  {
    name: '100 % off the order: nothing to pay, no tax',
    cart: {
      lines: [line(10_000, 1000, VAT12), line(333, 3000, VAT12)],
      discount: { kind: 'percent', percentPpm: 1_000_000 },
    },
    rules: rules('PHP', 2),
    expected: { grossMinor: 10_999, discountMinor: 10_999, netMinor: 0, taxMinor: 0, totalMinor: 0 },
  },
  {
    name: '100 % off a line',
    cart: {
      lines: [
        line(10_000, 1000, VAT12, { discount: { kind: 'percent', percentPpm: 1_000_000 } }),
        line(11_200, 1000, VAT12),
      ],
    },
    rules: rules('PHP', 2, perOrder),
    expected: {
      grossMinor: 21_200,
      discountMinor: 10_000,
      netMinor: 10_000,
      taxMinor: 1200,
      totalMinor: 11_200,
      lineTotals: [0, 11_200],
    },
  },
  {
    name: 'a return in a sale: the order discount stays with what is sold',
    cart: {
      lines: [line(10_000, 1000, VAT12), line(5_000, -1000, VAT12)],
      discount: { kind: 'percent', percentPpm: 100_000 },
    },
    rules: rules('PHP', 2),
    expected: {
      grossMinor: 5_000,
      discountMinor: 1_000,
      netMinor: 3_572,
      taxMinor: 428,
      totalMinor: 4_000,
      lineTotals: [9_000, -5_000],
      itemCount: 2,
    },
  },
  {
    name: 'a return alone mirrors its sale, discount and all',
    cart: {
      lines: [line(10_000, -1000, VAT12, { discount: { kind: 'amount', amountMinor: 1_000 } })],
    },
    rules: rules('PHP', 2),
    expected: {
      grossMinor: -10_000,
      discountMinor: -1_000,
      netMinor: -8_036,
      taxMinor: -964,
      totalMinor: -9_000,
    },
  },
  {
    name: 'line discount first, then the order discount on what is left, then tax on top',
    cart: {
      lines: [
        line(2_000, 2000, VAT12, { discount: { kind: 'percent', percentPpm: 250_000 } }),
        line(1_500, 1000, []),
      ],
      discount: { kind: 'amount', amountMinor: 450 },
    },
    rules: rules('PHP', 2, exclusive),
    expected: {
      grossMinor: 5_500,
      discountMinor: 1_450,
      netMinor: 4_050,
      taxMinor: 324,
      totalMinor: 4_374,
      lineTotals: [3_024, 1_350],
    },
  },
  {
    name: 'Quebec before 2013: 5 % and 7.5 % on top of it, in lines with and without the second',
    cart: {
      lines: [
        line(1_999, 1000, [rateOf('GST', 5), { name: 'QST', ratePpm: 75_000, compound: true }]),
        line(999, 1000, [rateOf('GST', 5)]),
      ],
    },
    rules: rules('CAD', 2, { ...exclusive, ...perOrder }),
    expected: {
      netMinor: 2_998,
      taxMinor: 307,
      totalMinor: 3_305,
      taxes: [
        { name: 'GST', baseMinor: 2_998, taxMinor: 150 },
        { name: 'QST', baseMinor: 2_099, taxMinor: 157 },
      ],
    },
  },
  {
    name: 'an empty cart',
    cart: { lines: [], discount: { kind: 'amount', amountMinor: 100 } },
    rules: rules('PHP', 2),
    expected: { netMinor: 0, taxMinor: 0, totalMinor: 0, taxes: [], itemCount: 0 },
  },
];
