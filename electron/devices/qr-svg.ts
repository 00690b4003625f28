import bwip from 'bwip-js/node';
import type { QrDrawing } from '../../shared/domain/receipt.ts';

/** The dark modules of a QR code (error correction M), row by row, without the quiet zone. */
export function qrModules(data: string): boolean[][] {
  const [symbol] = bwip.raw('qrcode', data, 'eclevel=M');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the QR encoder gave no modules');
  const { pixs, pixx, pixy } = symbol;
  return Array.from({ length: pixy }, (_, y) =>
    Array.from({ length: pixx }, (__, x) => pixs[y * pixx + x] === 1),
  );
}

/** The same as one SVG path: each run of dark modules in a row is a rectangle. */
export function qrDrawing(data: string): QrDrawing {
  const rows = qrModules(data);
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      const run = x + 1 - start;
      path += `M${start} ${y}h${run}v1h-${run}z`;
    }
  }
  return { size: rows.length, path };
}

/** A whole SVG document with the quiet zone of 4 modules that scanners need, black on white. */
export function qrSvg(data: string): string {
  const { size, path } = qrDrawing(data);
  const side = size + 8;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`
  );
}
