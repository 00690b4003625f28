import { noDrawerFigures } from '../drawer-cash.ts';
import { shiftFacts, type ShiftFacts, type ShiftParts } from '../shift-facts.ts';

export const sampleShiftParts: ShiftParts = {
  figures: {
    version: 1,
    store: { code: 'S01', name: 'Panaderya ni Aling Nena', taxNumber: '123-456-789-00000' },
    register: 'T3',
    currency: 'PHP',
    number: 42,
    at: '2026-11-20T13:05:00.000Z',
    shift: {
      id: 's1',
      number: 57,
      businessDate: '2026-11-20',
      openedAt: '2026-11-20T00:58:00.000Z',
      openedBy: 'ana',
      closedBy: 'ben',
    },
    receipts: { first: 'S01-T3-A-000120', last: 'S01-T3-A-000161', count: 42 },
    sales: {
      count: 39,
      itemCount: 212,
      grossMinor: 2_345_600,
      discountMinor: 45_600,
      netMinor: 2_053_571,
      taxMinor: 246_429,
      totalMinor: 2_300_000,
    },
    refunds: {
      count: 2,
      netMinor: 40_179,
      taxMinor: 4_821,
      totalMinor: 45_000,
      list: [
        { receiptNumber: 'S01-T3-A-000130', totalMinor: 20_000, reason: 'Stale', by: 'ana' },
        { receiptNumber: 'S01-T3-A-000155', totalMinor: 25_000, reason: 'Wrong cake', by: 'ben' },
      ],
    },
    giftCardsMinor: 100_000,
    voids: {
      count: 1,
      totalMinor: 12_000,
      list: [{ receiptNumber: 'S01-T3-A-000141', totalMinor: 12_000, reason: 'Typed twice', by: 'ana' }],
    },
    taxes: [{ name: 'VAT', ratePpm: 120_000, baseMinor: 2_013_392, taxMinor: 241_608 }],
    byCategory: [
      { name: 'Bread', quantityMilli: 150_000, totalMinor: 1_400_000 },
      { name: null, quantityMilli: 2_000, totalMinor: 855_000 },
    ],
    byCashier: [
      { accountId: 'ana', salesCount: 30, salesMinor: 1_800_000, refundsMinor: 20_000 },
      { accountId: 'ben', salesCount: 9, salesMinor: 500_000, refundsMinor: 25_000 },
    ],
    moves: [
      {
        slipNumber: 11,
        kind: 'out',
        amountMinor: 35_000,
        reason: 'Ice for the display',
        by: 'ana',
        at: '2026-11-20T04:00:00.000Z',
      },
      {
        slipNumber: 12,
        kind: 'no-sale',
        amountMinor: 0,
        reason: 'Change for a 1000',
        by: 'ana',
        at: '2026-11-20T05:00:00.000Z',
      },
      {
        slipNumber: 13,
        kind: 'drop',
        amountMinor: 500_000,
        reason: 'Afternoon drop',
        by: 'ben',
        at: '2026-11-20T08:00:00.000Z',
      },
    ],
    removedLines: [
      { kind: 'removed', name: 'Ensaymada', quantityMilli: 2_000, amountMinor: 9_000, by: 'ana' },
    ],
    priceChanges: [
      {
        receiptNumber: 'S01-T3-A-000150',
        name: 'Day-old pandesal',
        listPriceMinor: 500,
        unitPriceMinor: 300,
        reason: 'Day old',
        by: 'ben',
      },
    ],
    points: { issued: 2_214, redeemed: 300, other: -45, outstanding: 18_204 },
    credits: [
      {
        kind: 'gift-card',
        issuedMinor: 100_000,
        spentMinor: 45_000,
        otherMinor: 0,
        outstandingMinor: 220_000,
      },
      {
        kind: 'on-account',
        issuedMinor: 30_000,
        spentMinor: 80_000,
        otherMinor: 0,
        outstandingMinor: -150_000,
      },
    ],
    cashRoundingMinor: -15,
    tipMinor: 4_000,
    unsent: { entries: 61_204, salesCount: 9_120, salesMinor: 512_340_000 },
    parked: { count: 1, totalMinor: 25_000 },
    addenda: [
      {
        number: 1,
        orderId: 'o1',
        receiptNumber: 'S01-T3-A-000119',
        paidAt: '2026-11-19T15:30:00.000Z',
        totalMinor: 40_000,
      },
    ],
    journal: { seq: 61_204, head: '9f3ac01d' },
  },
  drawer: {
    ...noDrawerFigures,
    float: 200_000,
    cashSales: 1_900_000,
    change: 250_000,
    cashRefunds: 20_000,
    voids: 12_000,
    accountPayments: 30_000,
    cashOut: 35_000,
    drops: 500_000,
  },
  tenders: [
    { kind: 'cash', count: 31, amountMinor: 1_628_000 },
    { kind: 'card', count: 8, amountMinor: 582_000 },
    { kind: 'online', count: 1, amountMinor: 40_000 },
  ],
  count: {
    counts: [
      { number: 1, countedMinor: 1_312_000, by: 'ana' },
      { number: 2, countedMinor: 1_312_500, by: 'ben' },
    ],
    cashMinor: 1_312_500,
    pieces: { '100000': 10, '50000': 5, '10000': 6, '500': 5 },
    tenders: [{ kind: 'card', countedMinor: 582_000 }],
  },
  variance: { reason: 'Two 5-peso coins under the tray', approvals: ['olivia'] },
  grandTotalBeforeMinor: 510_085_000,
  key: 'lVQfM0OZr2B1Ryj3bYp0oHcB7pYb9eJm0aJ1qN8wq3k',
};

export const sampleShift: ShiftFacts = shiftFacts(sampleShiftParts);
export const sampleNames: Readonly<Record<string, string>> = {
  ana: 'Ana Reyes',
  ben: 'Ben Cruz',
  olivia: 'Olivia Owner',
};
