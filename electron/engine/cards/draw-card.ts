import {
  cardHeight,
  cardRadius,
  cardWidth,
  layOutCard,
  type CardFields,
  type CardText,
} from './lay-out-card.ts';

/** A customer's card to print at its real size (85.6 × 54 mm), as a whole SVG document: black on white. */
export function drawCard(card: CardFields): string {
  const { texts, rule, qr } = layOutCard(card);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="85.6mm" height="54mm" viewBox="0 0 ${cardWidth} ${cardHeight}" font-family="Inter, 'Noto Sans', system-ui, sans-serif" fill="#1c1917">`,
    `<title>${escapeXml(`${card.name}, ${card.code}`)}</title>`,
    `<rect x="1.5" y="1.5" width="${cardWidth - 3}" height="${cardHeight - 3}" rx="${cardRadius}" fill="#fff" stroke="#a8a29e" stroke-width="3"/>`,
    `<path d="M${rule.x} ${rule.y}h${rule.width}" stroke="#d6d3d1" stroke-width="3"/>`,
    ...texts.map(drawText),
    `<path transform="translate(${qr.x} ${qr.y}) scale(${qr.module})" fill="#000" shape-rendering="crispEdges" d="${qr.drawing.path}"/>`,
    '</svg>',
  ].join('\n');
}

const faces: Record<CardText['face'], string> = {
  regular: '',
  bold: ' font-weight="600"',
  code: ` font-family="ui-monospace, 'Noto Sans Mono', monospace"`,
  faint: ' fill="#57534e"',
};

function drawText({ text, x, y, size, face }: CardText): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${faces[face]}>${escapeXml(text)}</text>`;
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
