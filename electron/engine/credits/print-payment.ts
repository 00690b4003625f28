import { opensDrawer } from '../../../shared/domain/opens-drawer.ts';
import { pair, text, type ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { receiptTime } from '../../../shared/domain/receipt-time.ts';
import { englishWords } from '../../../shared/domain/receipt-words.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { enqueuePaper } from '../print-queue/index.ts';
import { moneyText } from './money-text.ts';

export type PaidSlip = {
  slipNumber: number;
  tender: 'cash' | 'card' | 'ewallet';
  amountMinor: number;
  reference: string;
  at: string;
  /** What is still owed after it. */
  owedMinor: number;
  customer: { code: string; name: string };
  by: string;
};

/** Prints the slip of a payment on account, and opens the drawer where the owner wants it for such money. */
export function printPayment(context: EngineContext, tx: WritableDatabase, slip: PaidSlip): void {
  const { printer } = context.settings();
  if (printer.kind === 'none') return;
  enqueuePaper(context, tx, {
    kind: 'slip',
    title: `Paid on account ${slip.slipNumber}`,
    blocks: slipBlocks(context, slip),
    orderRowId: null,
    openDrawer: opensDrawer(printer, [{ kind: slip.tender, amountMinor: slip.amountMinor }]),
  });
}

function slipBlocks(context: EngineContext, slip: PaidSlip): ReceiptBlock[] {
  const settings = context.settings();
  const { name, timeZone } = settings.shop;
  return [
    text(name, 'center', true),
    text('Paid on account', 'center', true, 'large'),
    { kind: 'rule' },
    pair('Slip', String(slip.slipNumber), true),
    pair(englishWords.date, receiptTime(Date.parse(slip.at), timeZone)),
    pair(englishWords.cashier, slip.by),
    pair(englishWords.customer, slip.customer.code),
    text(slip.customer.name),
    { kind: 'rule' },
    pair(englishWords.tenders[slip.tender], moneyText(settings, slip.amountMinor), true, 'large'),
    ...(slip.reference === '' ? [] : [text(`${englishWords.reference} ${slip.reference}`)]),
    pair('Still owed', moneyText(settings, slip.owedMinor)),
    { kind: 'cut' },
  ];
}
