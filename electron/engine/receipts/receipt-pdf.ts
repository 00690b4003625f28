import { wrapText } from '../../../shared/domain/receipt-text.ts';
import type { Align, ReceiptBlock } from '../../../shared/domain/receipt.ts';
import { MILLIMETRE, openPdf, pdfBytes } from '../../devices/pdf-document.ts';
import { qrDrawing } from '../../devices/qr-svg.ts';

export type ReceiptPdfOptions = {
  paperWidth: 58 | 80;
  title: string;
  /** ISO instant of the sale: the same receipt is the same file, to the byte, whenever it is asked for. */
  createdAt: string;
  /** The picture of the block `logo` (PNG or JPEG); null for none. */
  logo: Uint8Array | null;
};

/** PDF readers take pages up to 200 inches. */
const TALLEST_PAGE = 14_000;

type Face = { bold: boolean; size: number };
/** A piece of the page that is never cut: how high it is, and how it is drawn at its top. */
type Row = { height: number; draw: (top: number) => void };
type Page = {
  doc: PDFKit.PDFDocument;
  left: number;
  width: number;
  size: number;
  logo: Uint8Array | null;
  /** Of texts that were measured already: shaping is what takes the time. */
  widths: Map<string, number>;
};

/** The receipt as a PDF as wide as its paper and as long as it needs. */
export function receiptPdf(blocks: readonly ReceiptBlock[], options: ReceiptPdfOptions): Promise<Uint8Array> {
  const pageWidth = options.paperWidth * MILLIMETRE;
  const margin = (options.paperWidth === 58 ? 3 : 4) * MILLIMETRE;
  const doc = openPdf(options);
  const page: Page = {
    doc,
    left: margin,
    width: pageWidth - 2 * margin,
    size: options.paperWidth === 58 ? 7.5 : 8.5,
    logo: options.logo,
    widths: new Map(),
  };
  for (const rows of pagesOf(blocks.flatMap((block) => rowsOf(page, block)))) {
    const height = rows.reduce((sum, row) => sum + row.height, 2 * margin);
    doc.addPage({ size: [pageWidth, height], margin: 0 });
    let top = margin;
    for (const row of rows) {
      row.draw(top);
      top += row.height;
    }
  }
  return pdfBytes(doc);
}

function pagesOf(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [[]];
  let height = 0;
  for (const row of rows) {
    if (height + row.height > TALLEST_PAGE) {
      pages.push([]);
      height = 0;
    }
    pages.at(-1)?.push(row);
    height += row.height;
  }
  return pages;
}

function rowsOf(page: Page, block: ReceiptBlock): Row[] {
  switch (block.kind) {
    case 'text':
      return textRows(page, block.text, block.align, faceOf(page, block));
    case 'pair':
      return pairRows(page, block.left, block.right, faceOf(page, block));
    case 'item':
      return itemRows(page, block);
    case 'rule':
      return [ruleRow(page)];
    case 'qr':
      return qrRows(page, block);
    case 'feed':
      return [{ height: block.lines * page.size * 0.8, draw: () => undefined }];
    case 'logo':
      return page.logo === null ? [] : [logoRow(page, page.logo)];
    case 'cut':
      return [];
  }
}

function faceOf(page: Page, { bold, size }: { bold: boolean; size: 'normal' | 'large' }): Face {
  return { bold, size: size === 'large' ? page.size * 1.55 : page.size };
}

function textRows(page: Page, text: string, align: Align, face: Face): Row[] {
  return wrapText(text, page.width, measure(page, face)).map((line) => ({
    height: lineHeight(face),
    draw: (top) => drawLine(page, line, { top, align, face }),
  }));
}

function pairRows(page: Page, left: string, right: string, face: Face, indent = 0): Row[] {
  const widthOf = measure(page, face);
  const rightWidth = widthOf(right);
  const gap = right === '' ? 0 : page.size;
  const room = page.width - indent - rightWidth - gap;
  const beside = left === '' || widthOf(left) <= room || room >= page.width / 3;
  const lines = left === '' ? [] : wrapText(left, beside ? room : page.width - indent, widthOf);
  const rows: Row[] = lines.map((line) => ({
    height: lineHeight(face),
    draw: (top) => drawLine(page, line, { top, align: 'left', face, indent }),
  }));
  if (right === '') return rows;
  if (rightWidth > page.width || !beside || rows[0] === undefined)
    return [...rows, ...textRows(page, right, 'right', face)];
  const { height, draw } = rows[0];
  rows[0] = {
    height,
    draw: (top) => {
      draw(top);
      drawLine(page, right, { top, align: 'right', face });
    },
  };
  return rows;
}

function itemRows(page: Page, item: Extract<ReceiptBlock, { kind: 'item' }>): Row[] {
  const face = { bold: false, size: page.size };
  const indent = page.size;
  return [
    ...pairRows(page, item.name, item.amount, face),
    ...(item.detail === '' ? [] : pairRows(page, `${item.quantity} ${item.detail}`, '', face, indent)),
    ...item.extras.flatMap(({ label, amount }) => pairRows(page, label, amount, face, indent)),
  ];
}

function ruleRow(page: Page): Row {
  const height = page.size * 0.9;
  return {
    height,
    draw: (top) => {
      const y = top + height / 2;
      page.doc
        .moveTo(page.left, y)
        .lineTo(page.left + page.width, y)
        .lineWidth(0.5)
        .stroke();
    },
  };
}

/** As on paper: no wider than the paper, no higher than a third of that. */
function logoRow({ doc, left, width, size }: Page, logo: Uint8Array): Row {
  const height = width / 3;
  return {
    height: height + size,
    draw: (top) => {
      doc.image(Buffer.from(logo), left, top, { fit: [width, height], align: 'center', valign: 'center' });
    },
  };
}

function qrRows(page: Page, { data, label }: Extract<ReceiptBlock, { kind: 'qr' }>): Row[] {
  const { size, path } = qrDrawing(data);
  const side = 22 * MILLIMETRE;
  const quiet = (side / size) * 4;
  const symbol: Row = {
    height: side + quiet + page.size * 0.5,
    draw: (top) => {
      page.doc
        .save()
        .translate(page.left + (page.width - side) / 2, top + quiet)
        .scale(side / size)
        .path(path)
        .fill('#000')
        .restore();
    },
  };
  return [symbol, ...textRows(page, label, 'center', { bold: false, size: page.size })];
}

function lineHeight(face: Face): number {
  return face.size * 1.35;
}

function measure({ doc, widths }: Page, face: Face): (text: string) => number {
  return (text) => {
    const key = `${face.bold} ${face.size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = setFace(doc, face).widthOfString(drawable(text), textOptions(text));
    widths.set(key, width);
    return width;
  };
}

type Placed = { top: number; align: Align; face: Face; indent?: number };

function drawLine(page: Page, line: string, { top, align, face, indent = 0 }: Placed): void {
  const free = page.width - indent - measure(page, face)(line);
  const offset = align === 'left' ? 0 : align === 'right' ? free : free / 2;
  setFace(page.doc, face).fillColor('#000');
  page.doc.text(drawable(line), page.left + indent + offset, top, {
    lineBreak: false,
    ...textOptions(line),
  });
}

function setFace(doc: PDFKit.PDFDocument, face: Face): PDFKit.PDFDocument {
  return doc.font(face.bold ? 'bold' : 'regular').fontSize(face.size);
}

/**
 * Figures of one width where they stand in a column; in a running text they would look spaced out. Text without
 * features is shaped as usual, and pdfkit then remembers its words.
 */
function textOptions(text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return /^[\d.,' -]+$/.test(text) ? { features: ['tnum'] } : {};
}

/** Joiners and selectors have no picture of their own; the font would draw a box for each. */
function drawable(text: string): string {
  return text.replace(/\u200c|\u200d|[\ufe00-\ufe0f]/gu, '');
}
