import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printerTestBlocks } from './printer-test.ts';
import { layoutReceipt, receiptText } from './receipt-layout.ts';
import { plainLines, plainText, textWidth, wrapText } from './receipt-text.ts';
import { receiptBlocks, type ReceiptBlock, type ReceiptSale, type ReceiptShop } from './receipt.ts';
import {
  sampleOptions as options,
  sampleSale as sale,
  sampleSaleWithOffers as offersSale,
  sampleShop as shop,
} from './receipt-fixtures/sample-sale.ts';

/** The words of the paper, whatever their size. */
const told = (blocks: readonly ReceiptBlock[], columns = 48) =>
  layoutReceipt(blocks, columns)
    .map((line) => (line.kind === 'text' ? line.text : ''))
    .join('\n');

describe('a receipt on paper', () => {
  it('is as it was agreed, 80 mm wide', async () => {
    await expect(receiptText(receiptBlocks(sale, shop, options), 48)).toMatchFileSnapshot(
      './receipt-fixtures/receipt-80mm.txt',
    );
  });

  it('is as it was agreed, 58 mm wide', async () => {
    await expect(receiptText(receiptBlocks(sale, shop, options), 32)).toMatchFileSnapshot(
      './receipt-fixtures/receipt-58mm.txt',
    );
  });

  it('is as it was agreed with promotions, a reward and points, on either paper', async () => {
    const blocks = receiptBlocks(offersSale, shop, options);
    await expect(receiptText(blocks, 48)).toMatchFileSnapshot('./receipt-fixtures/receipt-offers-80mm.txt');
    await expect(receiptText(blocks, 32)).toMatchFileSnapshot('./receipt-fixtures/receipt-offers-58mm.txt');
  });

  it('tells a price that was changed, and discounts on a line and on the whole sale', () => {
    const [first] = sale.lines;
    if (first === undefined) throw new Error('the sample has lines');
    const line = { ...first, listPriceMinor: 600, lineDiscountMinor: 1_000, orderDiscountMinor: 500 };
    const paper = told(receiptBlocks({ ...sale, lines: [line], grossMinor: 6_000 }, shop, options));
    expect(paper).toMatch(/^ +instead of 6\.00$/m);
    expect(paper).toMatch(/^ +Discount +-10\.00$/m);
    expect(paper).toMatch(/^Subtotal +50\.00$/m);
    expect(paper).toMatch(/^Discount on the sale +-5\.00$/m);
  });

  it('tells of points that were spent even where the owner wants no points on receipts', () => {
    const quiet = told(receiptBlocks(offersSale, { ...shop, showPoints: false }, options));
    expect(quiet).toMatch(/^Points spent +1300$/m);
  });

  it('is as it was agreed for a copy with tax on top, in a currency without decimals', async () => {
    const yen: ReceiptSale = {
      ...sale,
      customer: null,
      taxMode: 'exclusive',
      lines: [
        {
          note: '',
          lineDiscountMinor: 0,
          orderDiscountMinor: 0,
          unit: 'each',
          name: 'おにぎり',
          quantityMilli: 3000,
          unitPriceMinor: 150,
          grossMinor: 450,
        },
      ],
      grossMinor: 450,
      discountMinor: 0,
      taxMinor: 36,
      totalMinor: 486,
      taxes: [{ name: '軽減税率', ratePpm: 80_000, baseMinor: 450, taxMinor: 36 }],
      tipMinor: 0,
      cashRoundingMinor: 0,
      payments: [
        {
          kind: 'ewallet',
          amountMinor: 486,
          tenderedMinor: 486,
          reference: 'PP-20261120-000017',
          last4: '',
          state: 'completed',
        },
      ],
      changeMinor: 0,
    };
    const japan = { ...shop, currency: { code: 'JPY', exponent: 0 } };
    const blocks = receiptBlocks(yen, japan, { ...options, copy: true });
    await expect(receiptText(blocks, 32)).toMatchFileSnapshot('./receipt-fixtures/receipt-copy-58mm.txt');
  });

  it('says COPY on a copy, and only there', () => {
    expect(told(receiptBlocks(sale, shop, options))).not.toContain('COPY');
    expect(told(receiptBlocks(sale, shop, { ...options, copy: true }))).toContain('*** COPY ***');
  });

  it('leaves out tax and points where the owner does not want them, but never what the sum needs', () => {
    const quiet = { ...shop, showTax: false, showPoints: false };
    const inclusive = told(receiptBlocks(sale, quiet, options));
    expect(inclusive).not.toContain('VAT 12%');
    expect(inclusive).not.toContain('Points');
    const exclusive = told(receiptBlocks({ ...sale, taxMode: 'exclusive' }, quiet, options));
    expect(exclusive).toMatch(/^Tax +168\.87$/m);
  });

  it('leads with the logo, and leaves out the cashier and the QR code where the owner does not want them', () => {
    const logoId = '00000000-0000-7000-8000-000000000001';
    const blocks = receiptBlocks(sale, { ...shop, logoId, showCashier: false, showQr: false }, options);
    expect(blocks[0]).toEqual({ kind: 'logo', pictureId: logoId });
    expect(told(blocks)).not.toContain('Cashier');
    expect(blocks.some(({ kind }) => kind === 'qr')).toBe(false);
    expect(told(blocks)).toMatch(/^ +S01-T3-A-000123$/m);
  });

  it('prints no more of a card than its last four digits, wherever they were typed', () => {
    const typed: ReceiptSale = {
      ...sale,
      payments: [
        {
          kind: 'card',
          amountMinor: 1,
          tenderedMinor: 1,
          reference: '4111 1111 1111 1111',
          last4: '4111111111111111',
          state: 'completed',
        },
        {
          kind: 'ewallet',
          amountMinor: 1,
          tenderedMinor: 1,
          reference: 'paid 5555-5555-5555-4444',
          last4: '',
          state: 'completed',
        },
      ],
    };
    const paper = told(receiptBlocks(typed, shop, options));
    expect(paper).not.toMatch(/4111[ -]?1111/);
    expect(paper).not.toMatch(/5555[ -]?5555/);
    expect(paper).toContain('**** 1111');
    expect(paper).toContain('**** 4444');
  });

  it('does not show a payment that failed', () => {
    const failed = sale.payments.map((payment) => ({ ...payment, state: 'failed' as const }));
    expect(told(receiptBlocks({ ...sale, payments: failed }, shop, options))).not.toContain('A81-77120');
  });

  it('shows amounts as the shop writes them', () => {
    const money = (amountMinor: number) => `${(amountMinor / 100).toFixed(2)}`.replace('.', ',');
    expect(told(receiptBlocks(sale, shop, { ...options, money }))).toMatch(/TOTAL PHP +1576,10/);
  });

  it('tries a printer with a page that fits it', () => {
    const lines = layoutReceipt(
      printerTestBlocks({ shopName: shop.name, about: ['192.168.1.50:9100', '58 mm'], logoId: null }),
      32,
    );
    expect(lines.at(-1)).toEqual({ kind: 'cut' });
    expectToFit(lines, 32);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.constantFrom(
    '\u001b@\u001d(k',
    '\u0000\u0007',
    'abc\u202ecba\u2066',
    '\ud800',
    'x\udc00y',
    '\u0090\u009b31m',
    '\u001bp\u0000',
  ),
);
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const anySale: fc.Arbitrary<ReceiptSale> = fc.record({
  receiptNumber: hostile,
  cashier: hostile,
  customer: fc.option(fc.record({ code: hostile, name: hostile })),
  lines: fc.array(
    fc.record({
      name: hostile,
      unit: fc.constantFrom('each', 'kg'),
      quantityMilli: fc.integer({ min: 1, max: 1_000_000_000 }),
      unitPriceMinor: amount,
      grossMinor: amount,
      listPriceMinor: fc.option(amount, { nil: undefined }),
      lineDiscountMinor: fc.constantFrom(0, 5, 123_456_789),
      orderDiscountMinor: fc.constantFrom(0, 5),
      note: hostile,
    }),
    { maxLength: 4 },
  ),
  grossMinor: amount,
  discountMinor: amount,
  taxMinor: amount,
  totalMinor: amount,
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  taxes: fc.array(
    fc.record({
      name: hostile,
      ratePpm: fc.integer({ min: 0, max: 1_000_000 }),
      baseMinor: amount,
      taxMinor: amount,
    }),
    { maxLength: 3 },
  ),
  tipMinor: amount,
  cashRoundingMinor: amount,
  payments: fc.array(
    fc.record({
      kind: fc.constantFrom('cash', 'card', 'ewallet', 'points'),
      amountMinor: amount,
      tenderedMinor: amount,
      reference: hostile,
      last4: hostile,
      state: fc.constantFrom('completed', 'pending'),
    }),
    { maxLength: 3 },
  ),
  changeMinor: amount,
  pointsEarned: amount,
  pointsSpent: amount,
  promotions: fc.array(fc.record({ title: hostile, discountMinor: amount, bonusPoints: amount }), {
    maxLength: 3,
  }),
  rewards: fc.array(fc.record({ title: hostile, points: amount, discountMinor: amount }), { maxLength: 3 }),
  pointsBalanceAfter: fc.option(amount),
  journalHead: hostile,
});
const anyShop: fc.Arbitrary<ReceiptShop> = fc.record({
  name: hostile,
  address: hostile,
  phone: hostile,
  taxNumber: hostile,
  header: hostile,
  footer: hostile,
  currency: fc.constantFrom(
    { code: 'PHP', exponent: 2 },
    { code: 'JPY', exponent: 0 },
    { code: 'KWD', exponent: 3 },
  ),
  showTax: fc.boolean(),
  showPoints: fc.boolean(),
  showCashier: fc.boolean(),
  showQr: fc.boolean(),
  logoId: fc.constantFrom(null, '00000000-0000-7000-8000-000000000001'),
});

describe('whatever the fields hold', () => {
  it('no block holds a control character, a bidi override or half a character', () => {
    fc.assert(
      fc.property(anySale, anyShop, hostile, (sold, at, dateTime) => {
        const blocks = receiptBlocks(sold, at, {
          copy: true,
          dateTime,
          money: (amountMinor) => `\u001b${amountMinor}\u202e`,
        });
        for (const field of stringsOf(blocks)) {
          expect(field).not.toMatch(
            /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u,
          );
          expect(field.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('no line is wider than the paper', () => {
    fc.assert(
      fc.property(anySale, anyShop, fc.constantFrom(20, 32, 42, 48), (sold, at, columns) => {
        expectToFit(layoutReceipt(receiptBlocks(sold, at, options), columns), columns);
      }),
      { numRuns: 400 },
    );
  });

  it('every amount is on the paper', () => {
    fc.assert(
      fc.property(anySale, (sold) => {
        const paper = told(receiptBlocks(sold, shop, { ...options, money: String }), 32);
        for (const line of sold.lines) expect(paper).toMatch(new RegExp(`(^| )${line.grossMinor}$`, 'm'));
        expect(paper).toMatch(new RegExp(` ${sold.totalMinor}$`, 'm'));
      }),
    );
  });
});

describe('plain text', () => {
  it('is plain after once', () => {
    fc.assert(fc.property(hostile, (field) => plainText(plainText(field)) === plainText(field)));
  });

  it('keeps what people write', () => {
    expect(plainText('  Piña\tcolada\r\n 1 L ')).toBe('Piña colada 1 L');
    expect(plainText('Jose\u0301')).toBe('José');
    expect(plainText('क्‍ष 👩‍🍳 مرحبا')).toBe('क्‍ष 👩‍🍳 مرحبا');
    expect(plainLines('a\r\n\n b\u2028c')).toEqual(['a', 'b', 'c']);
  });

  it('counts wide characters as two columns and wraps without losing a character', () => {
    expect(textWidth('日本 abc')).toBe(8);
    expect(textWidth('e\u0301👩‍🍳')).toBe(3);
    expect(wrapText('ab 日本語 cd', 5)).toEqual(['ab', '日本', '語 cd']);
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 20 }), (field, columns) => {
        const plain = plainText(field);
        expect(wrapText(plain, columns).join('').replaceAll(' ', '')).toBe(plain.replaceAll(' ', ''));
      }),
    );
  });
});

function expectToFit(lines: ReturnType<typeof layoutReceipt>, columns: number): void {
  for (const line of lines) {
    if (line.kind === 'text') expect(textWidth(line.text) * line.width).toBeLessThanOrEqual(columns);
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
