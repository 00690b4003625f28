import { MILLIMETRE, openPdf, pdfBytes } from '../../devices/pdf-document.ts';
import { qrDrawing } from '../../devices/qr-svg.ts';

/** What a sheet shows of a promotion; `terms` a sentence each. */
export type SheetEntry = {
  title: string;
  terms: readonly string[];
  qrCode: string;
  couponCode: string | null;
};

const pageWidth = 210 * MILLIMETRE;
const pageHeight = 297 * MILLIMETRE;
const margin = 12 * MILLIMETRE;

/** How a page is divided, and how large things are in a part of it, in points of PDF; what stands between terms. */
type Layout = {
  columns: number;
  rows: number;
  title: number;
  text: number;
  qrSide: number;
  between: string;
};
const poster: Layout = { columns: 1, rows: 1, title: 40, text: 17, qrSide: 105 * MILLIMETRE, between: '\n' };
const cards: Layout = { columns: 2, rows: 3, title: 15, text: 9, qrSide: 38 * MILLIMETRE, between: ' · ' };

/** A4 pages to print and cut: one promotion fills its page, several stand six to a page. `createdAt`: ISO instant. */
export function promotionSheet(
  entries: readonly SheetEntry[],
  shop: { name: string; createdAt: string },
): Promise<Uint8Array> {
  const doc = openPdf({ title: `${shop.name}: promotions`, createdAt: shop.createdAt });
  const layout = entries.length === 1 ? poster : cards;
  const perPage = layout.columns * layout.rows;
  const width = (pageWidth - 2 * margin) / layout.columns;
  const height = (pageHeight - 2 * margin) / layout.rows;
  for (const [index, entry] of entries.entries()) {
    const place = index % perPage;
    if (place === 0) doc.addPage({ size: [pageWidth, pageHeight], margin: 0 });
    const left = margin + (place % layout.columns) * width;
    const top = margin + Math.floor(place / layout.columns) * height;
    drawEntry(doc, entry, layout, { left, top, width, height, shopName: shop.name });
  }
  return pdfBytes(doc);
}

type Frame = { left: number; top: number; width: number; height: number; shopName: string };

function drawEntry(doc: PDFKit.PDFDocument, entry: SheetEntry, layout: Layout, frame: Frame): void {
  const gap = layout.text * 0.7;
  const inner = frame.width - 6 * gap;
  const left = frame.left + 3 * gap;
  doc
    .rect(frame.left + gap / 2, frame.top + gap / 2, frame.width - gap, frame.height - gap)
    .lineWidth(0.5)
    .dash(3, { space: 3 })
    .stroke('#a8a29e')
    .undash();

  const qrTop = frame.top + frame.height - layout.qrSide - 2 * gap - layout.text * 2;
  let top = frame.top + 2 * gap;
  const write = (text: string, face: 'regular' | 'bold', size: number, most: number): void => {
    doc.font(face).fontSize(size).fillColor('#1c1917');
    const wanted = doc.heightOfString(drawable(text), { width: inner });
    const given = Math.min(wanted, Math.max(most, size * 1.4));
    doc.text(drawable(text), left, top, { width: inner, height: given, ellipsis: true, align: 'center' });
    top += given + gap / 3;
  };
  write(frame.shopName, 'regular', layout.text, layout.text * 1.4);
  write(entry.title, 'bold', layout.title, (qrTop - top) / 2);
  write(entry.terms.join(layout.between), 'regular', layout.text, qrTop - gap - top);

  drawQr(
    doc,
    entry.qrCode,
    { left: frame.left + (frame.width - layout.qrSide) / 2, top: qrTop },
    layout.qrSide,
  );
  top = qrTop + layout.qrSide + gap / 2;
  write(entry.couponCode ?? '', 'bold', layout.text * 1.2, layout.text * 2);
}

function drawQr(
  doc: PDFKit.PDFDocument,
  data: string,
  at: { left: number; top: number },
  side: number,
): void {
  const { size, path } = qrDrawing(data);
  doc
    .save()
    .translate(at.left, at.top)
    .scale(side / size)
    .path(path)
    .fill('#000')
    .restore();
}

/** Joiners and selectors have no picture of their own; the font would draw a box for each. */
function drawable(text: string): string {
  return text.replace(/\u200c|\u200d|[\ufe00-\ufe0f]/gu, '');
}
