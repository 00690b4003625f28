import { pair, text, type ReceiptBlock } from './receipt-blocks.ts';
import { reportWords, type ReportWords } from './report-words.ts';

export type CashSlip = {
  shopName: string;
  register: string;
  kind: 'in' | 'out' | 'drop' | 'no-sale';
  slipNumber: number;
  shiftNumber: number;
  dateTime: string;
  by: string;
  /** As it is to be read, with its currency; empty where no money moved. */
  amount: string;
  reason: string;
  approvedBy: string | null;
  journalHead: string;
};

/** The slip of money that moved, or of a drawer that was opened, with a line to sign on. */
export function cashSlip(slip: CashSlip, words: ReportWords = reportWords): ReceiptBlock[] {
  return [
    text(slip.shopName, 'center', true),
    text(words.slipTitles[slip.kind], 'center', true, 'large'),
    { kind: 'rule' },
    pair(words.slipNumber, String(slip.slipNumber), true),
    pair(words.register, slip.register),
    pair(words.shift, String(slip.shiftNumber)),
    pair(words.date, slip.dateTime),
    pair(words.by, slip.by),
    ...(slip.approvedBy === null ? [] : [pair(words.approvedBy, slip.approvedBy)]),
    ...(slip.amount === '' ? [] : [pair(words.amount, slip.amount, true, 'large')]),
    ...(slip.reason === '' ? [] : [text(`${words.reason}: ${slip.reason}`)]),
    { kind: 'feed', lines: 2 },
    text(`${words.signatureLine} ____________________`),
    text(`${words.journal} ${slip.journalHead}`, 'center'),
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
}
