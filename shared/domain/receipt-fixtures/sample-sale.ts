import type { ReceiptOptions, ReceiptSale, ReceiptShop } from '../receipt.ts';

/** A sale with everything that a receipt can tell. */
export const sampleShop: ReceiptShop = {
  name: 'Panaderya ni Aling Nena',
  address: '12 Mabini St., Brgy. San Roque\nMarikina City 1801',
  phone: '+63 2 8123 4567',
  taxNumber: '123-456-789-00000',
  header: '',
  footer: 'Salamat po!\nCome back soon.',
  currency: { code: 'PHP', exponent: 2 },
  showTax: true,
  showPoints: true,
  showCashier: true,
  showQr: true,
  logoId: null,
};

const noNote = { note: '', lineDiscountMinor: 0, orderDiscountMinor: 0, unit: 'each' as const };
export const sampleSale: ReceiptSale = {
  receiptNumber: 'S01-T3-A-000123',
  cashier: 'Ana Reyes',
  customer: { code: 'CUST-00042', name: 'Maria Clara de los Santos y Alba' },
  lines: [
    { ...noNote, name: 'Pandesal', quantityMilli: 12_000, unitPriceMinor: 500, grossMinor: 6_000 },
    {
      ...noNote,
      name: 'Ensaymada',
      quantityMilli: 1000,
      unitPriceMinor: 4_500,
      grossMinor: 4_500,
      note: 'no sugar',
    },
    {
      ...noNote,
      name: 'Chocolate crinkles, family box of twenty-four, gift wrapped',
      quantityMilli: 1000,
      unitPriceMinor: 123_456,
      grossMinor: 123_456,
      lineDiscountMinor: 12_346,
    },
    {
      ...noNote,
      name: 'Mangga',
      unit: 'kg',
      quantityMilli: 1250,
      unitPriceMinor: 16_000,
      grossMinor: 20_000,
    },
    { ...noNote, name: '抹茶ロールケーキ', quantityMilli: 2000, unitPriceMinor: 8_000, grossMinor: 16_000 },
  ],
  promotions: [],
  rewards: [],
  grossMinor: 169_956,
  discountMinor: 12_346,
  taxMinor: 16_887,
  totalMinor: 157_610,
  taxMode: 'inclusive',
  taxes: [{ name: 'VAT', ratePpm: 120_000, baseMinor: 140_723, taxMinor: 16_887 }],
  tipMinor: 0,
  cashRoundingMinor: -10,
  payments: [
    {
      kind: 'card',
      amountMinor: 57_610,
      tenderedMinor: 57_610,
      reference: 'A81-77120',
      last4: '4242',
      state: 'completed',
    },
    {
      kind: 'cash',
      amountMinor: 99_990,
      tenderedMinor: 100_000,
      reference: '',
      last4: '',
      state: 'completed',
    },
  ],
  changeMinor: 10,
  pointsEarned: 157,
  pointsSpent: 0,
  pointsBalanceAfter: 1_204,
  journalHead: '9f3ac01d',
};
/** The same customer on a day with promotions, a reward, and points to pay with. */
export const sampleSaleWithOffers: ReceiptSale = {
  ...sampleSale,
  lines: [
    {
      ...noNote,
      name: 'Brewed coffee',
      quantityMilli: 3000,
      unitPriceMinor: 9_000,
      grossMinor: 27_000,
      lineDiscountMinor: 800,
    },
    {
      ...noNote,
      name: 'Ensaymada',
      quantityMilli: 1000,
      unitPriceMinor: 4_500,
      grossMinor: 4_500,
    },
  ],
  promotions: [
    { title: 'Coffee: buy two, get one free', discountMinor: 9_000, bonusPoints: 0 },
    { title: 'Fifty points to say hello', discountMinor: 0, bonusPoints: 50 },
  ],
  rewards: [{ title: 'Fifty off', points: 500, discountMinor: 5_000 }],
  grossMinor: 31_500,
  discountMinor: 14_800,
  taxMinor: 1_789,
  totalMinor: 16_700,
  taxes: [{ name: 'VAT', ratePpm: 120_000, baseMinor: 14_911, taxMinor: 1_789 }],
  tipMinor: 0,
  cashRoundingMinor: 0,
  payments: [
    {
      kind: 'points',
      amountMinor: 8_000,
      tenderedMinor: 8_000,
      reference: '',
      last4: '',
      state: 'completed',
    },
    { kind: 'cash', amountMinor: 8_700, tenderedMinor: 10_000, reference: '', last4: '', state: 'completed' },
  ],
  changeMinor: 1_300,
  pointsEarned: 58,
  pointsSpent: 1_300,
  pointsBalanceAfter: 105,
};
export const sampleOptions: ReceiptOptions = { copy: false, dateTime: '2026-11-20 14:05' };
