import type { ReceiptBlock } from '../../shared/domain/receipt-blocks.ts';
import { escposBytes, type EscposOptions } from './escpos.ts';
import { openPen } from './open-pen.ts';
import { dotsOf } from './paper-size.ts';

/** `logo`: the picture's bytes as they are stored (PNG, JPEG), null for none. */
export type DrawnPaper = Omit<EscposOptions, 'logo'> & {
  blocks: readonly ReceiptBlock[];
  logo: Uint8Array | null;
};

/** The blocks as ESC/POS, with what the printer cannot write drawn as images. */
export async function drawPaper({ blocks, logo, ...options }: DrawnPaper): Promise<Uint8Array> {
  const pen = await openPen();
  // A receipt without its picture is better than a picture without its receipt.
  const picture =
    logo === null ? null : await pen.drawLogo(logo, dotsOf(options.paperWidth)).catch(() => null);
  return escposBytes(blocks, { ...options, logo: picture }, pen);
}
