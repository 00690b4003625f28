import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawnPaper } from '../../electron/devices/draw-paper.ts';
import {
  sampleOptions,
  sampleSale,
  sampleSaleWithOffers,
  sampleShop,
} from '../../shared/domain/receipt-fixtures/sample-sale.ts';
import { printerTestBlocks } from '../../shared/domain/printer-test.ts';
import { receiptBlocks, type ReceiptSale, type ReceiptShop } from '../../shared/domain/receipt.ts';

export type Paper = DrawnPaper & {
  /** Of the picture: `docs/screenshots/paper-<name>.png`. */
  name: string;
};

const logo = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'icon.png'));
const latin: ReceiptSale = { ...sampleSale, lines: sampleSale.lines.slice(0, 4) };
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
];
