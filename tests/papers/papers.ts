import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawnPaper } from '../../electron/devices/draw-paper.ts';
import {
  sampleOptions,
  sampleSale,
  sampleSaleWithOffers,
  sampleShop,
} from '../../shared/domain/receipt-fixtures/sample-sale.ts';
import { sampleNames, sampleShift } from '../../shared/domain/receipt-fixtures/sample-shift.ts';
import { cashSlip } from '../../shared/domain/cash-slip.ts';
import { printerTestBlocks } from '../../shared/domain/printer-test.ts';
import {
  refundReceiptBlocks,
  voidSlipBlocks,
  type ReceiptRefund,
} from '../../shared/domain/refund-receipt.ts';
import { shiftPaper } from '../../shared/domain/shift-paper.ts';
import { receiptTime } from '../../shared/domain/receipt-time.ts';
import { receiptBlocks, type ReceiptSale, type ReceiptShop } from '../../shared/domain/receipt.ts';

export type Paper = DrawnPaper & {
  /** Of the picture: `docs/screenshots/paper-<name>.png`. */
  name: string;
};

const logo = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'icon.png'));
const latin: ReceiptSale = {
  ...sampleSale,
  lines: sampleSale.lines.map((line, index) => (index === 4 ? { ...line, name: 'Matcha roll cake' } : line)),
};
const shop: ReceiptShop = { ...sampleShop, logoId: 'logo' };

const names = [
  'बासमती चामल क्षत्रिय ब्राण्ड, पाँच किलोको बोरा, विशेष छुट',
  'खाजा (ठूलो)',
  'خبز عربي طازج (كبير)',
  '抹茶ロールケーキ',
  '김치 라면',
  'ข้าวผัดกุ้ง น้ำปลา',
  'Bánh bột lọc',
];
const manyScripts: ReceiptSale = {
  ...latin,
  cashier: 'सुनिता शर्मा',
  customer: { code: 'CUST-00042', name: 'محمد بن عبد الله' },
  lines: [
    ...names.map((name, index) => ({
      name,
      unit: 'each' as const,
      quantityMilli: (index + 1) * 1000,
      unitPriceMinor: 12_345,
      grossMinor: 12_345 * (index + 1),
      lineDiscountMinor: 0,
      orderDiscountMinor: 0,
      note: '',
    })),
    ...latin.lines.slice(0, 2),
  ],
  grossMinor: 356_160,
  discountMinor: 0,
  taxMinor: 38_160,
  totalMinor: 356_160,
  taxes: [{ name: 'VAT', ratePpm: 120_000, baseMinor: 318_000, taxMinor: 38_160 }],
  cashRoundingMinor: 0,
  payments: [
    {
      kind: 'cash',
      amountMinor: 356_160,
      tenderedMinor: 360_000,
      reference: '',
      last4: '',
      state: 'completed',
    },
  ],
  changeMinor: 3_840,
  pointsEarned: 356,
  pointsBalanceAfter: 1_403,
};

const refund: ReceiptRefund = {
  receiptNumber: 'S01-T3-A-000131',
  orderReceiptNumber: latin.receiptNumber,
  exchange: null,
  cashier: 'Ana Reyes',
  customer: latin.customer,
  reason: 'Not as it was described',
  lines: latin.lines.slice(1, 2).map((line) => ({ ...line, discountMinor: 0 })),
  taxMinor: 482,
  totalMinor: 4_500,
  taxMode: 'inclusive',
  taxes: [{ name: 'VAT', ratePpm: 120_000, baseMinor: 4_018, taxMinor: 482 }],
  cashRoundingMinor: 0,
  payments: [{ kind: 'cash', amountMinor: 4_500, reference: '' }],
  pointsTaken: 4,
  pointsGiven: 0,
  pointsBalanceAfter: 1200,
  journalHead: latin.journalHead,
};

const asUsual = { drawer: null, text: 'auto', logo: null } as const;

/** Every paper that is shown in `docs`, as the till makes it. */
export const papers: readonly Paper[] = [
  {
    ...asUsual,
    name: 'receipt-80',
    paperWidth: 80,
    drawer: 2,
    logo,
    blocks: receiptBlocks(sampleSaleWithOffers, shop, sampleOptions),
  },
  { ...asUsual, name: 'receipt-58', paperWidth: 58, logo, blocks: receiptBlocks(latin, shop, sampleOptions) },
  {
    ...asUsual,
    name: 'receipt-copy',
    paperWidth: 58,
    blocks: receiptBlocks(latin, { ...sampleShop, showQr: false }, { ...sampleOptions, copy: true }),
  },
  {
    ...asUsual,
    name: 'scripts-80',
    paperWidth: 80,
    blocks: receiptBlocks(manyScripts, { ...sampleShop, footer: 'धन्यवाद · شكراً · 谢谢' }, sampleOptions),
  },
  {
    ...asUsual,
    name: 'scripts-58',
    paperWidth: 58,
    text: 'raster',
    blocks: receiptBlocks(manyScripts, { ...sampleShop, footer: 'धन्यवाद · شكراً · 谢谢' }, sampleOptions),
  },
  {
    ...asUsual,
    name: 'printer-test',
    paperWidth: 80,
    blocks: printerTestBlocks({
      shopName: 'Panaderya ni Aling Nena',
      about: ['192.168.1.50:9100', '80 mm, 48 columns'],
      logoId: null,
    }),
  },
  {
    ...asUsual,
    name: 'refund-80',
    paperWidth: 80,
    drawer: 2,
    blocks: refundReceiptBlocks(refund, sampleShop, sampleOptions),
  },
  {
    ...asUsual,
    name: 'refund-copy-58',
    paperWidth: 58,
    blocks: refundReceiptBlocks(refund, sampleShop, { ...sampleOptions, copy: true }),
  },
  {
    ...asUsual,
    name: 'void-slip-58',
    paperWidth: 58,
    blocks: voidSlipBlocks(
      latin,
      { slipNumber: 12, by: 'Olivia Owner', reason: 'Rung up twice' },
      sampleShop,
      sampleOptions,
    ),
  },
  {
    ...asUsual,
    name: 'cash-slip-58',
    paperWidth: 58,
    drawer: 2,
    blocks: cashSlip({
      shopName: sampleShop.name,
      register: 'T3',
      kind: 'out',
      slipNumber: 11,
      shiftNumber: 57,
      dateTime: '2026-11-20 12:00',
      by: 'Ana Reyes',
      amount: 'PHP 350.00',
      reason: 'Ice for the display',
      approvedBy: 'Olivia Owner',
      journalHead: '9f3ac01d',
    }),
  },
  {
    ...asUsual,
    name: 'z-report-80',
    paperWidth: 80,
    blocks: shiftPaper(
      sampleShift,
      {
        time: (instant) => receiptTime(Date.parse(instant), 'Asia/Manila'),
        nameOf: (id) => sampleNames[id] ?? id,
      },
      'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ'.repeat(3).slice(0, 86),
    ),
  },
];
