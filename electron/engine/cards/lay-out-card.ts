import { qrDrawing } from '../../devices/qr-svg.ts';
import type { QrDrawing } from '../../../shared/domain/receipt.ts';
import { wrapLine } from './wrap-line.ts';

/** `expiresOn`: the day in the store's time zone. */
export type CardFields = {
  shopName: string;
  name: string;
  code: string;
  cardCode: string;
  expiresOn: string;
};

/** A line of text: `x` and `y` of where its baseline begins. */
export type CardText = {
  text: string;
  x: number;
  y: number;
  size: number;
  face: 'regular' | 'bold' | 'code' | 'faint';
};

/** What stands where on a card, in tenths of a millimetre. */
export type CardLayout = {
  texts: CardText[];
  rule: { x: number; y: number; width: number };
  qr: { x: number; y: number; module: number; drawing: QrDrawing };
};

/** ISO/IEC 7810 ID-1, the size of a bank card, in tenths of a millimetre. */
export const cardWidth = 856;
export const cardHeight = 540;
export const cardRadius = 32;

const qrSide = 345;
const left = 48;
const qrLeft = cardWidth - left - qrSide;
const qrTop = cardHeight - left - qrSide;
const textWidth = qrLeft - 2 * left;

/** Shop, name, code and expiry on the left, the QR of the signed code on the right. */
export function layOutCard(card: CardFields): CardLayout {
  // Bold letters are wider by about an eighth.
  const shop = wrapLine(card.shopName, (cardWidth - 2 * left) / (44 * 1.125), 1);
  const name = layOutName(card.name);
  const drawing = qrDrawing(card.cardCode);
  const bottom = cardHeight - left;
  return {
    texts: [
      { text: shop.lines[0] ?? '', x: left, y: 84, size: 44, face: 'bold' },
      ...name.lines.map((text, at): CardText => ({
        text,
        x: left,
        y: qrTop + (0.8 + at * 1.2) * name.size,
        size: name.size,
        face: 'regular',
      })),
      { text: card.code, x: left, y: bottom - 44, size: 44, face: 'code' },
      { text: `Good until ${card.expiresOn}`, x: left, y: bottom - 2, size: 24, face: 'faint' },
    ],
    rule: { x: left, y: 116, width: cardWidth - 2 * left },
    qr: { x: qrLeft, y: qrTop, module: qrSide / drawing.size, drawing },
  };
}

/** From large to small letters, with the lines that there is room for. */
const nameSizes = [
  { size: 52, most: 2 },
  { size: 44, most: 3 },
  { size: 36, most: 4 },
];

/** As large as the name fits; cut only where even the smallest letters do not hold it. */
function layOutName(name: string): { size: number; lines: string[] } {
  let laid = { size: 0, lines: [name], cut: true };
  for (const { size, most } of nameSizes) {
    laid = { size, ...wrapLine(name, textWidth / size, most) };
    if (!laid.cut) return laid;
  }
  return laid;
}
