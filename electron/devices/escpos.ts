import type { ReceiptBlock } from '../../shared/domain/receipt-blocks.ts';
import { layoutReceipt, type LaidOut } from '../../shared/domain/receipt-layout.ts';
import { textWidth } from '../../shared/domain/receipt-text.ts';
import { rasterBytes, type Bitmap } from './bitmap.ts';
import { cut, drawerPulse, lineBytes, lineFeed, qrBytes, reset, type DrawerPin } from './escpos-commands.ts';
import type { Pen } from './open-pen.ts';
import { columnsOf, dotsOf, type PaperWidth } from './paper-size.ts';
import { hasItsLetters } from './printable-text.ts';
import { printableBlock } from './printable-block.ts';

/** `auto`: as text, and as an image what the printer has no letters for. */
export type TextMode = 'auto' | 'codepage' | 'raster';

export type EscposOptions = {
  paperWidth: PaperWidth;
  /** The pin of the drawer that opens, before anything is printed; null: none. */
  drawer: DrawerPin | null;
  text: TextMode;
  logo: Bitmap | null;
};

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
  const dots = dotsOf(options.paperWidth);
  const parts = lines.map((line) =>
    pen !== null && line.kind === 'text' && line.pieces.some(({ text }) => isDrawn(text))
      ? rasterBytes(pen.drawLine(line, dots))
      : Uint8Array.from(bytesOf(line, options)),
  );
  const pulse = options.drawer === null ? [] : [drawerPulse(options.drawer)];
  return new Uint8Array(Buffer.concat([...pulse, Uint8Array.from(reset), ...parts]));
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

function bytesOf(line: LaidOut, { paperWidth, logo }: EscposOptions): Iterable<number> {
  switch (line.kind) {
    case 'text':
      return lineBytes(line);
    case 'qr':
      return qrBytes(line.data, paperWidth === 58 ? 5 : 6);
    case 'logo':
      return logo === null ? [] : [...rasterBytes(logo), ...lineFeed];
    case 'cut':
      return cut;
  }
}
