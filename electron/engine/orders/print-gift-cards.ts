import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { giftCardPaper, giftCardsOfOrder } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { enqueuePaper } from '../print-queue/index.ts';

/** Prints the gift cards that a sale sold. */
export function printGiftCards(
  context: EngineContext,
  tx: WritableDatabase,
  { credits, orderId }: SaleBody,
  orderRowId: number,
): void {
  const settings = context.settings();
  if (settings.printer.kind === 'none' || credits.every(({ kind }) => kind !== 'issued')) return;
  for (const card of giftCardsOfOrder(tx, orderId)) {
    const title = `Gift card …${card.code.slice(-4)}`;
    const blocks = giftCardPaper(settings, card);
    enqueuePaper(context, tx, { kind: 'gift-card', title, blocks, orderRowId, openDrawer: false });
  }
}
