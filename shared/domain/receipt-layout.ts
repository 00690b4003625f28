import type { Align, ItemExtra, ReceiptBlock, TextSize } from './receipt.ts';
import { graphemes, textWidth, wrapText } from './receipt-text.ts';

/** A line of a monospaced font; `width` and `height` say how much larger than normal it is. */
export type ReceiptLine = { kind: 'text'; text: string; bold: boolean; width: 1 | 2; height: 1 | 2 };
export type LaidOut = ReceiptLine | { kind: 'qr'; data: string } | { kind: 'cut' };

const INDENT = '  ';
/** A name is wrapped beside its amount while it keeps this many columns; else the amount gets lines of its own. */
const LEAST_BESIDE = 10;

/** The blocks as lines for paper that is `columns` wide (20 or more). No line is wider, whatever the fields held. */
export function layoutReceipt(blocks: readonly ReceiptBlock[], columns: number): LaidOut[] {
  return blocks.flatMap((block): LaidOut[] => layoutBlock(block, columns));
}

/** The lines as plain text, double width as spaced letters: what a receipt looks like where nothing can be drawn. */
export function receiptText(blocks: readonly ReceiptBlock[], columns: number): string {
  const lines = layoutReceipt(blocks, columns).map((line) => {
    if (line.kind === 'qr') return centre(`[QR ${line.data}]`, columns);
    if (line.kind === 'cut') return '';
    return line.width === 2
      ? graphemes(line.text)
          .map((grapheme) => grapheme + ' '.repeat(textWidth(grapheme)))
          .join('')
      : line.text;
  });
  return lines.map((line) => line.trimEnd()).join('\n');
}

function layoutBlock(block: ReceiptBlock, columns: number): LaidOut[] {
  switch (block.kind) {
    case 'text':
      return layoutText(block, columns);
    case 'pair':
      return layoutPair(block, columns);
    case 'item':
      return layoutItem(block, columns);
    case 'rule':
      return [plain('-'.repeat(columns))];
    case 'feed':
      return Array.from({ length: block.lines }, () => plain(''));
    case 'qr':
      return [
        { kind: 'qr', data: block.data },
        ...wrapText(block.label, columns).map((line) => plain(centre(line, columns))),
      ];
    case 'cut':
      return [{ kind: 'cut' }];
  }
}

function layoutText(block: Extract<ReceiptBlock, { kind: 'text' }>, columns: number): ReceiptLine[] {
  const half = Math.floor(columns / 2);
  const longestWord = Math.max(...block.text.split(' ').map(textWidth));
  const width = block.size === 'large' && longestWord <= half && textWidth(block.text) <= 2 * half ? 2 : 1;
  const room = width === 2 ? half : columns;
  return wrapText(block.text, room).map((line) => ({
    kind: 'text',
    text: aligned(line, block.align, room),
    bold: block.bold,
    width,
    height: heightOf(block.size),
  }));
}

function layoutPair(block: Extract<ReceiptBlock, { kind: 'pair' }>, columns: number): ReceiptLine[] {
  const half = Math.floor(columns / 2);
  const width = block.size === 'large' && textWidth(block.left) + 1 + textWidth(block.right) <= half ? 2 : 1;
  return besideEachOther(block.left, block.right, width === 2 ? half : columns).map((line) => ({
    kind: 'text',
    text: line,
    bold: block.bold,
    width,
    height: heightOf(block.size),
  }));
}

function layoutItem(block: Extract<ReceiptBlock, { kind: 'item' }>, columns: number): ReceiptLine[] {
  const room = columns - INDENT.length;
  const detail = block.detail === '' ? [] : wrapText(`${block.quantity} ${block.detail}`, room);
  const extra = ({ label, amount }: ItemExtra) => besideEachOther(label, amount, room);
  return [
    ...besideEachOther(block.name, block.amount, columns),
    ...[...detail, ...block.extras.flatMap(extra)].map((line) => INDENT + line),
  ].map(plain);
}

/** Left text, wrapped; right text at the right edge of its first line, or below when it leaves too little room. */
function besideEachOther(left: string, right: string, columns: number): string[] {
  const rightWidth = textWidth(right);
  if (rightWidth === 0) return wrapText(left, columns);
  const room = columns - rightWidth - 1;
  if (left === '' || (textWidth(left) > room && room < LEAST_BESIDE)) {
    const below = wrapText(right, columns).map((line) => aligned(line, 'right', columns));
    return left === '' ? below : [...wrapText(left, columns), ...below];
  }
  const first = wrapText(left, room)[0] ?? '';
  const more = left.slice(first.length).trimStart();
  const rest = more === '' ? [] : wrapText(more, columns - INDENT.length).map((line) => INDENT + line);
  return [`${first}${' '.repeat(columns - rightWidth - textWidth(first))}${right}`, ...rest];
}

function aligned(line: string, align: Align, columns: number): string {
  if (align === 'center') return centre(line, columns);
  return align === 'right' ? ' '.repeat(columns - textWidth(line)) + line : line;
}

function centre(line: string, columns: number): string {
  return ' '.repeat(Math.max(0, Math.floor((columns - textWidth(line)) / 2))) + line;
}

function heightOf(size: TextSize): 1 | 2 {
  return size === 'large' ? 2 : 1;
}

function plain(line: string): ReceiptLine {
  return { kind: 'text', text: line, bold: false, width: 1, height: 1 };
}
