import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { ReceiptBlock } from '../../shared/domain/receipt-blocks.ts';
import { layoutReceipt, type LaidOut, type ReceiptLine } from '../../shared/domain/receipt-layout.ts';
import { textWidth } from '../../shared/domain/receipt-text.ts';
import { rasterBytes, type Bitmap } from './bitmap.ts';
import type { Pen } from './open-pen.ts';
import { columnsOf, dotsOf, type PaperWidth } from './paper-size.ts';
import { hasItsLetters, printerByteOf } from './printable-text.ts';
import { printableBlock } from './printable-block.ts';

export type DrawerPin = 2 | 5;
/** `auto`: as text, and as an image what the printer has no letters for. */
export type TextMode = 'auto' | 'codepage' | 'raster';

export type EscposOptions = {
  paperWidth: PaperWidth;
  /** The pin of the drawer that opens, before anything is printed; null: none. */
  drawer: DrawerPin | null;
  text: TextMode;
  logo: Bitmap | null;
};

/** ESC p: opens the cash drawer with a pulse of 100 ms. */
export function drawerPulse(pin: DrawerPin): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 2 ? 0 : 1, 50, 250);
}

/**
 * The blocks as ESC/POS. The drawer opens first, so that the cashier need not wait for the paper. Only what this
 * function adds can command the printer: fields are text or an image, whatever they held. Without a pen everything is
 * text.
 */
export function escposBytes(
  blocks: readonly ReceiptBlock[],
  options: EscposOptions,
  pen: Pen | null = null,
): Uint8Array {
  const columns = columnsOf(options.paperWidth);
  const isDrawn = (text: string): boolean =>
    pen !== null && (options.text === 'raster' || (options.text === 'auto' && !hasItsLetters(text)));
  const widthOf = (text: string): number =>
    pen !== null && isDrawn(text) ? pen.columnsOf(text) : textWidth(text);
  const lines = layoutReceipt(
    blocks.map((block) => printableBlock(block, isDrawn)),
    columns,
    widthOf,
  );
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    feedBeforeCut: 4,
  });
  encoder.initialize();
  for (const line of lines) {
    if (pen !== null && line.kind === 'text' && line.pieces.some(({ text }) => isDrawn(text)))
      encoder.raw(rasterBytes(pen.drawLine(line, dotsOf(options.paperWidth))));
    else encodeLine(encoder, line, options);
  }
  const paper = withoutFeedAfterCut(encoder.encode());
  return Uint8Array.from(options.drawer === null ? paper : [...drawerPulse(options.drawer), ...paper]);
}

/** Whether the paper cannot be what its owner wants without a pen. */
export function needsPen(blocks: readonly ReceiptBlock[], text: TextMode): boolean {
  if (text === 'raster' || blocks.some(({ kind }) => kind === 'logo')) return true;
  return text === 'auto' && !hasItsLetters(fieldsOf(blocks).join(' '));
}

function fieldsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fieldsOf) : [];
}

function encodeLine(
  encoder: ReceiptPrinterEncoder,
  line: LaidOut,
  { paperWidth, logo }: EscposOptions,
): void {
  switch (line.kind) {
    case 'text':
      encodeText(encoder, line);
      break;
    case 'qr':
      encoder
        .align('center')
        .qrcode(line.data, { model: 2, size: paperWidth === 58 ? 5 : 6, errorlevel: 'm' })
        .align('left');
      break;
    case 'logo':
      if (logo !== null) encoder.raw(rasterBytes(logo)).newline();
      break;
    case 'cut':
      encoder.cut('partial');
  }
}

function encodeText(encoder: ReceiptPrinterEncoder, line: ReceiptLine): void {
  if (line.text === '') {
    encoder.newline();
    return;
  }
  encoder
    .bold(line.bold)
    .size(line.width, line.height)
    .raw(textBytes(line.text))
    .bold(false)
    .size(1, 1)
    .newline();
}

/** Every line leaves the printer on page 437, so that a line's bytes do not depend on the one before. */
function textBytes(text: string): number[] {
  const bytes: number[] = [];
  let current = 0;
  for (const character of text) {
    const found = printerByteOf(character);
    if (found !== undefined && found.page !== current) {
      bytes.push(0x1b, 0x74, found.page);
      current = found.page;
    }
    bytes.push(found?.byte ?? (character >= ' ' && character <= '~' ? character.charCodeAt(0) : 0x3f));
  }
  if (current !== 0) bytes.push(0x1b, 0x74, 0);
  return bytes;
}

/** The encoder ends with a line feed, which would push the next receipt down. */
function withoutFeedAfterCut(bytes: Uint8Array): Uint8Array {
  const cutBefore = bytes.at(-4) === 0x1d && bytes.at(-3) === 0x56 && bytes.at(-1) === 0x0a;
  return cutBefore ? bytes.subarray(0, -1) : bytes;
}
