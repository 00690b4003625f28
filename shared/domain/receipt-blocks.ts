import { plainText } from './receipt-text.ts';

export type Align = 'left' | 'center' | 'right';
/** `large`: twice as high, and twice as wide where the line has room for it. */
export type TextSize = 'normal' | 'large';
/** A QR code as an SVG path over `size` × `size` modules, for screens that cannot draw one themselves. */
export type QrDrawing = { size: number; path: string };

/** What is under an item: its note (no amount), its discount. */
export type ItemExtra = { label: string; amount: string };

/** One part of a receipt, the same for paper, PDF and screen. */
export type ReceiptBlock =
  | { kind: 'text'; text: string; align: Align; bold: boolean; size: TextSize }
  | { kind: 'pair'; left: string; right: string; bold: boolean; size: TextSize }
  | {
      kind: 'item';
      quantity: string;
      name: string;
      /** Empty when there is one piece: then its price is the amount. */
      detail: string;
      amount: string;
      extras: ItemExtra[];
    }
  | { kind: 'rule' }
  /** The shop's picture, by its id among the stored ones: paper, PDF and screen each fetch it their way. */
  | { kind: 'logo'; pictureId: string }
  | { kind: 'qr'; data: string; label: string; drawing?: QrDrawing }
  | { kind: 'feed'; lines: number }
  | { kind: 'cut' };

/** The same paper marked as a copy, below its head; one that is marked stays as it is. */
export function asCopy(blocks: readonly ReceiptBlock[], mark: string): ReceiptBlock[] {
  if (blocks.some((block) => block.kind === 'text' && block.text === mark)) return [...blocks];
  const below = blocks.findIndex(({ kind }) => kind === 'rule') + 1;
  return [...blocks.slice(0, below), text(mark, 'center', true, 'large'), ...blocks.slice(below)];
}

export function text(
  field: string,
  align: Align = 'left',
  bold = false,
  size: TextSize = 'normal',
): ReceiptBlock {
  return { kind: 'text', text: plainText(field), align, bold, size };
}

export function pair(left: string, right: string, bold = false, size: TextSize = 'normal'): ReceiptBlock {
  return { kind: 'pair', left: plainText(left), right: plainText(right), bold, size };
}
