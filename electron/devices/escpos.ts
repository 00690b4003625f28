import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { layoutReceipt, type LaidOut } from '../../shared/domain/receipt-layout.ts';
import type { ReceiptBlock } from '../../shared/domain/receipt.ts';
import { printableText, printerByteOf } from './printable-text.ts';

export type PaperWidth = 58 | 80;

/** How many columns of the printer's normal font fit on the paper. */
export function columnsOf(paperWidth: PaperWidth): 32 | 48 {
  return paperWidth === 58 ? 32 : 48;
}

/** ESC p: opens the cash drawer on pin 2 with a pulse of 100 ms. */
export const drawerPulse: Uint8Array = Uint8Array.of(0x1b, 0x70, 0, 50, 250);

/**
 * The blocks as ESC/POS for printers with code pages. The drawer opens first, so that the cashier need not wait for
 * the paper. Only what this function adds can command the printer: fields are text, whatever they held.
 */
export function escposBytes(
  blocks: readonly ReceiptBlock[],
  options: { paperWidth: PaperWidth; openDrawer: boolean },
): Uint8Array {
  const columns = columnsOf(options.paperWidth);
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    feedBeforeCut: 4,
  });
  encoder.initialize();
  for (const line of layoutReceipt(blocks.map(printableBlock), columns))
    encodeLine(encoder, line, options.paperWidth);
  const receipt = withoutFeedAfterCut(encoder.encode());
  return Uint8Array.from(options.openDrawer ? [...drawerPulse, ...receipt] : receipt);
}

function encodeLine(encoder: ReceiptPrinterEncoder, line: LaidOut, paperWidth: PaperWidth): void {
  if (line.kind === 'cut') {
    encoder.cut('partial');
  } else if (line.kind === 'logo') {
    return;
  } else if (line.kind === 'qr') {
    const size = paperWidth === 58 ? 5 : 6;
    encoder.align('center').qrcode(line.data, { model: 2, size, errorlevel: 'm' }).align('left');
  } else if (line.text === '') {
    encoder.newline();
  } else {
    encoder
      .bold(line.bold)
      .size(line.width, line.height)
      .raw(textBytes(line.text))
      .bold(false)
      .size(1, 1)
      .newline();
  }
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

function printableBlock(block: ReceiptBlock): ReceiptBlock {
  switch (block.kind) {
    case 'text':
      return { ...block, text: printableText(block.text) };
    case 'pair':
      return { ...block, left: printableText(block.left), right: printableText(block.right) };
    case 'item':
      return {
        ...block,
        quantity: printableText(block.quantity),
        name: printableText(block.name),
        detail: printableText(block.detail),
        amount: printableText(block.amount),
        extras: block.extras.map(({ label, amount }) => ({
          label: printableText(label),
          amount: printableText(amount),
        })),
      };
    case 'qr':
      return { ...block, label: printableText(block.label) };
    default:
      return block;
  }
}

/** The encoder ends with a line feed, which would push the next receipt down. */
function withoutFeedAfterCut(bytes: Uint8Array): Uint8Array {
  const cutBefore = bytes.at(-4) === 0x1d && bytes.at(-3) === 0x56 && bytes.at(-1) === 0x0a;
  return cutBefore ? bytes.subarray(0, -1) : bytes;
}
