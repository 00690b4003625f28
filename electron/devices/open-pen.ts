import type { SKRSContext2D } from '@napi-rs/canvas';
import type { LinePiece, ReceiptLine } from '../../shared/domain/receipt-layout.ts';
import type { Bitmap } from './bitmap.ts';
import { openCanvas, paperFont } from './open-canvas.ts';
import { dotsOfColumn } from './paper-size.ts';
import { dithered, thresholded } from './to-bitmap.ts';

/** Draws what a printer cannot write: letters of any script, pictures. */
export type Pen = {
  /** How many columns of the printer's font a text takes. */
  columnsOf(text: string): number;
  /** The line as an image, `dots` wide, as high as its letters need. */
  drawLine(line: ReceiptLine, dots: number): Bitmap;
  /** A picture (PNG, JPEG) in the middle of paper that is `dots` wide, no higher than a third of that. */
  drawLogo(bytes: Uint8Array, dots: number): Promise<Bitmap>;
};

/** The widest paper; letters that stand on each other go no higher than this. */
const widest = 576;
const tallest = 240;
/** Above and below the line that letters stand on. */
const ascent = 20;
const descent = 10;

export async function openPen(): Promise<Pen> {
  const { createCanvas, loadImage } = await openCanvas();
  const ruler = createCanvas(8, 8).getContext('2d');
  // One sheet for all lines of a height: a canvas of its own for each would hold memory until the next tidying up.
  const sheets = new Map<number, SKRSContext2D>();
  const sheetOf = (high: number): SKRSContext2D => {
    const sheet = sheets.get(high) ?? createCanvas(widest, high).getContext('2d');
    sheets.set(high, sheet);
    return sheet;
  };

  const measure = (text: string) => {
    ruler.font = paperFont(true);
    return ruler.measureText(text);
  };

  const drawLine = ({ pieces, bold, width, height }: ReceiptLine, dots: number): Bitmap => {
    const measured = pieces.map(({ text }) => measure(text));
    const above = Math.max(ascent, ...measured.map((each) => Math.ceil(each.actualBoundingBoxAscent) + 1));
    const below = Math.max(descent, ...measured.map((each) => Math.ceil(each.actualBoundingBoxDescent) + 1));
    const high = Math.min(tallest, (above + below) * height);
    const sheet = onWhite(sheetOf(high), dots, high);
    sheet.setTransform(width, 0, 0, height, 0, 0);
    sheet.font = paperFont(bold);
    for (const piece of pieces) drawPiece(sheet, piece, { dots: dots / width, baseline: above });
    sheet.resetTransform();
    return thresholded(sheet.getImageData(0, 0, dots, high));
  };

  const drawLogo = async (bytes: Uint8Array, dots: number): Promise<Bitmap> => {
    const image = await loadImage(bytes);
    const scale = Math.min(1, dots / image.width, dots / 3 / image.height);
    const [wide, high] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
    if (wide === undefined || high === undefined) throw new Error('a picture without size');
    const context = onWhite(createCanvas(dots, high).getContext('2d'), dots, high);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, Math.floor((dots - wide) / 2), 0, wide, high);
    return dithered(context.getImageData(0, 0, dots, high));
  };

  return { columnsOf: (text) => Math.ceil(measure(text).width / dotsOfColumn - 0.01), drawLine, drawLogo };
}

function onWhite(context: SKRSContext2D, wide: number, high: number): SKRSContext2D {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, wide, high);
  context.fillStyle = '#000';
  return context;
}

type Place = { dots: number; baseline: number };

/** At its edge of the paper, whichever way it is read; closer together where it would not fit. */
function drawPiece(
  context: SKRSContext2D,
  { text, align, indent }: LinePiece,
  { dots, baseline }: Place,
): void {
  const from = indent * dotsOfColumn;
  const at = align === 'left' ? from : align === 'right' ? dots : dots / 2;
  context.direction = isRightToLeft(text) ? 'rtl' : 'ltr';
  context.textAlign = align;
  context.fillText(text, at, baseline, dots - from);
}

/** By the first letter that has a direction, as in the bidirectional algorithm. */
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
