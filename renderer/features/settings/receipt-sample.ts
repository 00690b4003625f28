import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { pointsEarned } from '../../../shared/domain/points.ts';
import { price, type CartLine } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { receiptBlocks, type ReceiptBlock, type ReceiptSale } from '../../../shared/domain/receipt.ts';
import type { settingsTexts } from './texts.ts';

const pointsBefore = 120;

export type SampleOptions = {
  settings: Settings;
  dateTime: string;
  money: (minor: number) => string;
  t: typeof settingsTexts.text;
};

/** A receipt of goods that nobody bought, by the same rules as a real one, to show what the settings make of it. */
export function sampleReceipt({ settings, dateTime, money, t }: SampleOptions): ReceiptBlock[] {
  const { shop, receipt } = settings;
  const currency = currencyOf(shop.currency) ?? { code: shop.currency, exponent: 2 };
  return receiptBlocks(
    sampleSale(settings, 10 ** currency.exponent, t),
    { ...shop, ...receipt, currency },
    { copy: false, dateTime, money },
  );
}

function sampleSale(settings: Settings, whole: number, t: SampleOptions['t']): ReceiptSale {
  const goods = [
    { name: t('sampleCoffee'), unit: 'each' as const, quantityMilli: 1_000, unitPriceMinor: 325 * whole },
    { name: t('sampleBread'), unit: 'each' as const, quantityMilli: 10_000, unitPriceMinor: 6 * whole },
    { name: t('sampleMango'), unit: 'kg' as const, quantityMilli: 1_250, unitPriceMinor: 180 * whole },
  ];
  const lines = goods.map((line, index): CartLine => ({
    ...line,
    lineId: String(index),
    productId: null,
    taxRates: taxRatesOf(settings, settings.tax.defaultClassId),
  }));
  const priced = price({ lines }, pricingRulesOf(settings));
  const points = pointsEarned(priced, lines, settings.points);
  const cashMinor = Math.ceil(priced.totalMinor / (100 * whole)) * 100 * whole;
  return {
    receiptNumber: 'S01-T1-A-000123',
    cashier: t('sampleCashier'),
    customer: { code: 'CUST-00042', name: t('sampleCustomer') },
    lines: goods.map((line, index) => ({
      ...line,
      grossMinor: priced.lines[index]?.grossMinor ?? 0,
      lineDiscountMinor: 0,
      orderDiscountMinor: 0,
      note: '',
    })),
    promotions: [],
    rewards: [],
    ...pickTotals(priced),
    taxMode: settings.tax.mode,
    tipMinor: 0,
    cashRoundingMinor: 0,
    payments: [
      {
        kind: 'cash',
        amountMinor: priced.totalMinor,
        tenderedMinor: cashMinor,
        reference: '',
        last4: '',
        state: 'completed',
      },
    ],
    changeMinor: cashMinor - priced.totalMinor,
    pointsEarned: points,
    pointsSpent: 0,
    pointsBalanceAfter: pointsBefore + points,
    journalHead: '5f0c1d2e9ab34c7788d1e0f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6',
  };
}

function pickTotals({ grossMinor, discountMinor, taxMinor, totalMinor, taxes }: ReturnType<typeof price>) {
  return { grossMinor, discountMinor, taxMinor, totalMinor, taxes };
}
