import { escposBytes, needsPen } from '../../devices/escpos.ts';
import type { DrawerPin } from '../../devices/escpos-commands.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import type { EngineContext } from '../context.ts';
import { getPicture } from '../pictures/index.ts';
import { drawOnWorker } from './draw-on-worker.ts';

/**
 * The bytes of a paper for the shop's printer. Where nothing can be drawn, it is printed as text all the same: a `?`
 * for a letter is better than no receipt.
 */
export async function makePaper(
  context: EngineContext,
  blocks: readonly ReceiptBlock[],
  drawer: DrawerPin | null,
): Promise<Uint8Array> {
  const { receipt, printer } = context.settings();
  const options = { paperWidth: receipt.paperWidth, drawer, text: printer.text };
  if (needsPen(blocks, printer.text)) {
    try {
      return await drawOnWorker(context, { ...options, blocks, logo: logoOf(context, blocks) });
    } catch (error) {
      context.log.warn({ err: error }, 'a paper could not be drawn and is printed as text');
    }
  }
  return escposBytes(blocks, { ...options, logo: null });
}

/** The picture of the logo among the blocks, or null. */
export function logoOf(context: EngineContext, blocks: readonly ReceiptBlock[]): Uint8Array | null {
  const logo = blocks.find((block) => block.kind === 'logo');
  return logo === undefined ? null : (getPicture(context.read, logo.pictureId)?.bytes ?? null);
}
