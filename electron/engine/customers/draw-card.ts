import { qrDrawing } from '../../devices/qr-svg.ts';
import { wrapLine } from './wrap-line.ts';

export type CardFields = { shopName: string; name: string; code: string; qrCode: string };

/** ISO/IEC 7810 ID-1, the size of a bank card, in tenths of a millimetre. */
const width = 856;
const height = 540;
const qrSide = 330;
const left = 48;
const textWidth = width - qrSide - 3 * left;

/** A customer's card to print at its real size (85.6 × 54 mm), as a whole SVG document: black on white. */
export function drawCard(card: CardFields): string {
  // Bold letters are wider by about an eighth.
  const shop = wrapLine(card.shopName, (width - 2 * left) / (44 * 1.125), 1);
  const isShort = !wrapLine(card.name, textWidth / 52, 2).cut;
  const nameSize = isShort ? 52 : 38;
  const name = wrapLine(card.name, textWidth / nameSize, isShort ? 2 : 4);
  const { size, path } = qrDrawing(card.qrCode);
  const module = qrSide / size;
  const qrLeft = width - left - qrSide;
  const qrTop = height - left - qrSide;
  const nameTop = qrTop + nameSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="85.6mm" height="54mm" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Noto Sans', system-ui, sans-serif" fill="#1c1917">`,
    `<title>${escapeXml(`${card.name}, ${card.code}`)}</title>`,
    `<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="32" fill="#fff" stroke="#a8a29e" stroke-width="3"/>`,
    `<text x="${left}" y="92" font-size="44" font-weight="600">${escapeXml(shop.lines[0] ?? '')}</text>`,
    `<path d="M${left} 128h${width - 2 * left}" stroke="#d6d3d1" stroke-width="3"/>`,
    ...name.lines.map(
      (line, at) =>
        `<text x="${left}" y="${nameTop + at * nameSize * 1.2}" font-size="${nameSize}">${escapeXml(line)}</text>`,
    ),
    `<text x="${left}" y="${height - left - 6}" font-size="44" font-family="ui-monospace, 'Noto Sans Mono', monospace">${escapeXml(card.code)}</text>`,
    `<path transform="translate(${qrLeft} ${qrTop}) scale(${module})" fill="#000" shape-rendering="crispEdges" d="${path}"/>`,
    '</svg>',
  ].join('\n');
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text
    .replace(/[^\P{C}\p{Cf}]|[\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
