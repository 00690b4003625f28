import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { giftCardPaper, giftCardsOfOrder, writeCredit } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { Appended } from '../journal/index.ts';
import { enqueuePaper } from '../print-queue/index.ts';

/** Writes what a sale took from cards and accounts and put on cards, and prints the cards that it sold. */
export function recordCredits(
  context: EngineContext,
  tx: WritableDatabase,
  { credits, orderId, receiptNumber }: SaleBody,
  { orderRowId, entry }: { orderRowId: number; entry: Appended & { actor: string } },
): void {
  const { seq: journalSeq, at, actor } = entry;
  for (const fact of credits)
    writeCredit(context, tx, fact, { orderRowId, reason: `Sale ${receiptNumber}`, actor, journalSeq, at });
  const settings = context.settings();
  if (settings.printer.kind === 'none' || credits.every(({ kind }) => kind !== 'issued')) return;
  for (const card of giftCardsOfOrder(tx, orderId)) {
    const title = `Gift card …${card.code.slice(-4)}`;
    const blocks = giftCardPaper(settings, card);
    enqueuePaper(context, tx, { kind: 'gift-card', title, blocks, orderRowId, openDrawer: false });
  }
}
