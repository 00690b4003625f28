import { pair, text, type ReceiptBlock } from './receipt-blocks.ts';

export type PrinterTest = {
  shopName: string;
  /** What is being tried: the printer's address, its paper. */
  about: readonly string[];
  logoId: string | null;
};

/** A short receipt that shows width, alignment, sizes, accents and every kind of script, to try a printer with. */
export function printerTestBlocks({ shopName, about, logoId }: PrinterTest): ReceiptBlock[] {
  return [
    ...(logoId === null ? [] : [{ kind: 'logo' as const, pictureId: logoId }]),
    text(shopName, 'center', true, 'large'),
    text('Printer test', 'center'),
    { kind: 'rule' },
    ...about.map((line) => text(line)),
    pair('Left', 'right'),
    text('ÀÉÎÕÜ ñ ç ß € £ ¥ ₱'),
    pair('Ελληνικά', '1.00'),
    pair('Кириллица', '20.00'),
    pair('हिन्दी · नेपाली', '300.00'),
    pair('العربية', '4000.00'),
    pair('ภาษาไทย', '50.00'),
    pair('Tiếng Việt', '6.00'),
    pair('中文 日本語 한국어', '70.00'),
    { kind: 'rule' },
    pair('TOTAL', '1234.50', true, 'large'),
    { kind: 'qr', data: 'SUKLI-TEST', label: 'SUKLI-TEST' },
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
}
