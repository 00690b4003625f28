import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Align } from '../../shared/domain/receipt-blocks.ts';
import { isBlack } from './bitmap.ts';
import { openCanvas, paperFont } from './open-canvas.ts';
import { dotsOf, dotsOfColumn, dotsOfLine, type PaperWidth } from './paper-size.ts';
import { qrModules } from './qr-svg.ts';
import { readEscpos, type PaperEvent, type PaperRun } from './read-escpos.ts';

/** What is left white at each side of what a printer can reach. */
const sides: Readonly<Record<PaperWidth, number>> = { 58: 40, 80: 32 };
const edge = 24;

/**
 * The paper that a printer would give for these bytes, as a PNG of one pixel per dot: text in its code pages, images,
 * QR codes, a dashed line where it cuts, and a note where the drawer opens. For tests and for the pictures in `docs`.
 */
export async function picturePaper(bytes: Uint8Array, paperWidth: PaperWidth): Promise<Uint8Array> {
  const canvas = await openCanvas();
  const { events } = readEscpos(bytes);
  const high = events.reduce((sum, event) => sum + heightOf(event), 2 * edge);
  const paper = canvas.createCanvas(dotsOf(paperWidth) + 2 * sides[paperWidth], high);
  const context = paper.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, paper.width, high);
  let top = edge;
  for (const event of events) {
    context.save();
    context.fillStyle = '#111';
    context.translate(sides[paperWidth], top);
    drawEvent(context, event, dotsOf(paperWidth));
    context.restore();
    top += heightOf(event);
  }
  return paper.encode('png');
}

function heightOf(event: PaperEvent): number {
  switch (event.kind) {
    case 'line':
      return Math.max(1, ...event.runs.map(({ height }) => height)) * 24 + (dotsOfLine - 24);
    case 'image':
      return event.bitmap.height;
    case 'qr':
      return qrModules(event.data).length * event.dotsPerModule + 8;
    default:
      return dotsOfLine;
  }
}

function drawEvent(context: SKRSContext2D, event: PaperEvent, dots: number): void {
  switch (event.kind) {
    case 'line':
      drawRuns(context, event.runs, startOf(event.align, widthOf(event.runs), dots));
      break;
    case 'image': {
      const { bitmap } = event;
      const left = startOf(event.align, bitmap.width, dots);
      drawDots(context, left, 1, { ...bitmap, isDark: (x, y) => isBlack(bitmap, x, y) });
      break;
    }
    case 'qr': {
      const modules = qrModules(event.data);
      const side = modules.length;
      const left = startOf(event.align, side * event.dotsPerModule, dots);
      const isDark = (x: number, y: number) => modules[y]?.[x] === true;
      drawDots(context, left, event.dotsPerModule, { width: side, height: side, isDark });
      break;
    }
    case 'cut':
      context.strokeStyle = '#888';
      context.setLineDash([10, 8]);
      context.strokeRect(-sides[80], dotsOfLine / 2, dots + 2 * sides[80], 0);
      break;
    case 'drawer':
      context.fillStyle = '#888';
      context.font = paperFont(false);
      context.fillText(`[drawer opens, pin ${event.pin}]`, 0, 20);
  }
}

const widthOf = (runs: readonly PaperRun[]): number =>
  runs.reduce((sum, { text, width }) => sum + [...text].length * width * dotsOfColumn, 0);

function startOf(align: Align, wide: number, dots: number): number {
  return align === 'left' ? 0 : Math.floor((dots - wide) / (align === 'right' ? 1 : 2));
}

/** Every letter in its cell of 12 by 24 dots, all standing on one line. */
function drawRuns(context: SKRSContext2D, runs: readonly PaperRun[], left: number): void {
  const tallest = Math.max(1, ...runs.map(({ height }) => height));
  let from = left;
  for (const { text, bold, width, height } of runs) {
    context.font = paperFont(bold);
    for (const letter of text) {
      context.save();
      context.translate(from, tallest * 24 - 5 * height);
      context.scale(width, height);
      context.fillText(letter, 0, 0);
      context.restore();
      from += width * dotsOfColumn;
    }
  }
}

type Dots = { width: number; height: number; isDark: (x: number, y: number) => boolean };

function drawDots(context: SKRSContext2D, left: number, size: number, { width, height, isDark }: Dots): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      if (isDark(x, y)) context.fillRect(left + x * size, y * size, size, size);
  }
}
