import { MILLIMETRE, openPdf, pdfBytes } from '../../devices/pdf-document.ts';
import {
  cardHeight,
  cardRadius,
  cardWidth,
  layOutCard,
  type CardFields,
  type CardText,
} from './lay-out-card.ts';

type Made = {
  /** ISO instant that the file names as its own. */
  createdAt: string;
};

/** Tenths of a millimetre, in which cards are laid out. */
const unit = MILLIMETRE / 10;

const sheet = { width: 2100, height: 2970, columns: 2, rows: 5, gapX: 40, gapY: 15 };
const perSheet = sheet.columns * sheet.rows;

/** One card as a PDF of its real size (85.6 × 54 mm), for a card printer: its edge is the page's. */
export function cardPdf(card: CardFields, { createdAt }: Made): Promise<Uint8Array> {
  const doc = openPdf({ title: `${card.name}, ${card.code}`, createdAt });
  doc.addPage({ size: [cardWidth * unit, cardHeight * unit], margin: 0 });
  doc.scale(unit);
  drawOn(doc, card);
  return pdfBytes(doc);
}

/** Cards on A4 sheets, ten on each, with the outlines to cut along. */
export function cardSheetPdf(
  cards: readonly CardFields[],
  { title, createdAt }: Made & { title: string },
): Promise<Uint8Array> {
  const doc = openPdf({ title, createdAt });
  const { columns, rows, gapX, gapY } = sheet;
  const marginX = (sheet.width - columns * cardWidth - (columns - 1) * gapX) / 2;
  const marginY = (sheet.height - rows * cardHeight - (rows - 1) * gapY) / 2;
  for (const [index, card] of cards.entries()) {
    const place = index % perSheet;
    if (place === 0) doc.addPage({ size: [sheet.width * unit, sheet.height * unit], margin: 0 });
    const x = marginX + (place % columns) * (cardWidth + gapX);
    const y = marginY + Math.floor(place / columns) * (cardHeight + gapY);
    doc.save().scale(unit).translate(x, y);
    doc.roundedRect(0, 0, cardWidth, cardHeight, cardRadius).lineWidth(2).stroke('#a8a29e');
    drawOn(doc, card);
    doc.restore();
  }
  return pdfBytes(doc);
}

function drawOn(doc: PDFKit.PDFDocument, card: CardFields): void {
  const { texts, rule, qr } = layOutCard(card);
  doc
    .moveTo(rule.x, rule.y)
    .lineTo(rule.x + rule.width, rule.y)
    .lineWidth(3)
    .stroke('#d6d3d1');
  for (const text of texts) drawText(doc, text);
  doc.save().translate(qr.x, qr.y).scale(qr.module).path(qr.drawing.path).fill('#000').restore();
}

function drawText(doc: PDFKit.PDFDocument, { text, x, y, size, face }: CardText): void {
  doc
    .font(face === 'bold' ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(face === 'faint' ? '#57534e' : '#1c1917')
    .text(drawable(text), x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(face === 'code' ? { features: ['tnum'] } : {}),
    });
}

/** Controls, joiners and selectors have no picture of their own; the font would draw a box for each. */
function drawable(text: string): string {
  return text.replace(/\p{C}|[\ufe00-\ufe0f]/gu, '');
}
