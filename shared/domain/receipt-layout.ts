import type { Align, ItemExtra, ReceiptBlock, TextSize } from './receipt-blocks.ts';
import { graphemes, textWidth, wrapText } from './receipt-text.ts';

/** A text and the edge of the line that it stands at, `indent` columns from it. */
export type LinePiece = { text: string; align: Align; indent: number };
/**
 * A line of a monospaced font; `width` and `height` say how much larger than normal it is. `text` is the whole line,
 * spaces and all; `pieces` are what it was made of, for whoever draws it with other widths.
 */
export type ReceiptLine = {
  kind: 'text';
  text: string;
  pieces: readonly LinePiece[];
  bold: boolean;
  width: 1 | 2;
  height: 1 | 2;
};
export type LaidOut =
  ReceiptLine | { kind: 'qr'; data: string } | { kind: 'logo'; pictureId: string } | { kind: 'cut' };

/** How many columns a text takes. */
export type WidthOf = (text: string) => number;
type Sheet = { columns: number; widthOf: WidthOf };

const INDENT = 2;
/** A name is wrapped beside its amount while it keeps this many columns; else the amount gets lines of its own. */
const LEAST_BESIDE = 10;

/** The blocks as lines for paper that is `columns` wide (20 or more). No line is wider, whatever the fields held. */
export function layoutReceipt(
  blocks: readonly ReceiptBlock[],
  columns: number,
  widthOf: WidthOf = textWidth,
): LaidOut[] {
  const sheet = { columns, widthOf };
  return blocks.flatMap((block): LaidOut[] => layoutBlock(block, sheet));
}

/** The lines as plain text, double width as spaced letters: what a receipt looks like where nothing can be drawn. */
export function receiptText(blocks: readonly ReceiptBlock[], columns: number): string {
  const lines = layoutReceipt(blocks, columns).map((line) => {
    if (line.kind === 'qr') return spaced([centred(`[QR ${line.data}]`)], { columns, widthOf: textWidth });
    if (line.kind === 'logo') return spaced([centred('[LOGO]')], { columns, widthOf: textWidth });
    if (line.kind === 'cut') return '';
    return line.width === 2
      ? graphemes(line.text)
          .map((grapheme) => grapheme + ' '.repeat(textWidth(grapheme)))
          .join('')
      : line.text;
  });
  return lines.map((line) => line.trimEnd()).join('\n');
}

function layoutBlock(block: ReceiptBlock, sheet: Sheet): LaidOut[] {
  switch (block.kind) {
    case 'text':
      return layoutText(block, sheet);
    case 'pair':
      return layoutPair(block, sheet);
    case 'item':
      return layoutItem(block, sheet);
    case 'rule':
      return [plain([leftmost('-'.repeat(sheet.columns))], sheet)];
    case 'feed':
      return Array.from({ length: block.lines }, () => plain([], sheet));
    case 'qr':
      return [
        { kind: 'qr', data: block.data },
        ...wrapText(block.label, sheet.columns, sheet.widthOf).map((line) => plain([centred(line)], sheet)),
      ];
    case 'logo':
      return [{ kind: 'logo', pictureId: block.pictureId }];
    case 'cut':
      return [{ kind: 'cut' }];
  }
}

function layoutText(block: Extract<ReceiptBlock, { kind: 'text' }>, sheet: Sheet): ReceiptLine[] {
  const { columns, widthOf } = sheet;
  const half = Math.floor(columns / 2);
  const longestWord = Math.max(...block.text.split(' ').map(widthOf));
  const width = block.size === 'large' && longestWord <= half && widthOf(block.text) <= 2 * half ? 2 : 1;
  const room = width === 2 ? half : columns;
  return wrapText(block.text, room, widthOf).map((text) =>
    lineOf([{ text, align: block.align, indent: 0 }], { columns: room, widthOf }, { ...block, width }),
  );
}

function layoutPair(block: Extract<ReceiptBlock, { kind: 'pair' }>, sheet: Sheet): ReceiptLine[] {
  const { columns, widthOf } = sheet;
  const half = Math.floor(columns / 2);
  const width = block.size === 'large' && widthOf(block.left) + 1 + widthOf(block.right) <= half ? 2 : 1;
  const narrowed = { columns: width === 2 ? half : columns, widthOf };
  return besideEachOther(block.left, block.right, narrowed).map((pieces) =>
    lineOf(pieces, narrowed, { ...block, width }),
  );
}

function layoutItem(block: Extract<ReceiptBlock, { kind: 'item' }>, sheet: Sheet): ReceiptLine[] {
  const { columns, widthOf } = sheet;
  const { quantity, name, detail, amount, extras } = block;
  const below = detail === '' ? [] : wrapText(`${quantity} ${detail}`, columns - INDENT, widthOf);
  const extra = ({ label, amount: off }: ItemExtra) => besideEachOther(label, off, sheet, INDENT);
  return [
    ...besideEachOther(name, amount, sheet),
    ...below.map((line) => [leftmost(line, INDENT)]),
    ...extras.flatMap(extra),
  ].map((pieces) => plain(pieces, sheet));
}

/** Left text, wrapped; right text at the right edge of its first line, or below when it leaves too little room. */
function besideEachOther(
  left: string,
  right: string,
  { columns, widthOf }: Sheet,
  indent = 0,
): LinePiece[][] {
  const within = columns - indent;
  const lefts = (text: string, limit: number, from: number) =>
    wrapText(text, limit, widthOf).map((line) => [leftmost(line, from)]);
  const rightWidth = widthOf(right);
  if (rightWidth === 0) return lefts(left, within, indent);
  const room = within - rightWidth - 1;
  if (left === '' || (widthOf(left) > room && room < LEAST_BESIDE)) {
    const below = wrapText(right, within, widthOf).map((line) => [rightmost(line)]);
    return left === '' ? below : [...lefts(left, within, indent), ...below];
  }
  const first = wrapText(left, room, widthOf)[0] ?? '';
  const more = left.slice(first.length).trimStart();
  const rest = more === '' ? [] : lefts(more, within - INDENT, indent + INDENT);
  return [[leftmost(first, indent), rightmost(right)], ...rest];
}

const leftmost = (text: string, indent = 0): LinePiece => ({ text, align: 'left', indent });
const rightmost = (text: string): LinePiece => ({ text, align: 'right', indent: 0 });
const centred = (text: string): LinePiece => ({ text, align: 'center', indent: 0 });

type Face = { bold: boolean; size: TextSize; width: 1 | 2 };

function lineOf(pieces: readonly LinePiece[], sheet: Sheet, { bold, size, width }: Face): ReceiptLine {
  const height = size === 'large' ? 2 : 1;
  return { kind: 'text', text: spaced(pieces, sheet), pieces, bold, width, height };
}

function plain(pieces: readonly LinePiece[], sheet: Sheet): ReceiptLine {
  return lineOf(pieces, sheet, { bold: false, size: 'normal', width: 1 });
}

/** The pieces, left to right, each at its edge. */
function spaced(pieces: readonly LinePiece[], { columns, widthOf }: Sheet): string {
  return pieces.reduce((line, { text, align, indent }) => {
    const free = columns - indent - widthOf(text);
    const starts = align === 'left' ? indent : align === 'right' ? free : Math.floor(free / 2);
    return line + ' '.repeat(Math.max(0, starts - widthOf(line))) + text;
  }, '');
}
