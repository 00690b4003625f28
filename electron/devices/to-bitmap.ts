import { blacken, blankBitmap, type Bitmap } from './bitmap.ts';

/** Pixels as canvases give them: red, green, blue and alpha, row by row. */
type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** Whatever is darker than this is black: letters keep their thin strokes. */
const darkerThan = 160;

/** Drawn letters as black and white. */
export function thresholded(pixels: Pixels): Bitmap {
  const { width, height, greys } = grey(pixels);
  const bitmap = blankBitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if ((greys[y * width + x] ?? 255) < darkerThan) blacken(bitmap, x, y);
  }
  return bitmap;
}

/** A picture as black and white dots as dense as it is dark (Floyd and Steinberg). */
export function dithered(pixels: Pixels): Bitmap {
  const { width, height, greys } = grey(pixels);
  const bitmap = blankBitmap(width, height);
  let here = new Float32Array(width + 2);
  let below = new Float32Array(width + 2);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wanted = (greys[y * width + x] ?? 0) + (here[x + 1] ?? 0);
      const given = wanted < 128 ? 0 : 255;
      if (given === 0) blacken(bitmap, x, y);
      const error = (wanted - given) / 16;
      here[x + 2] = (here[x + 2] ?? 0) + error * 7;
      below[x] = (below[x] ?? 0) + error * 3;
      below[x + 1] = (below[x + 1] ?? 0) + error * 5;
      below[x + 2] = (below[x + 2] ?? 0) + error;
    }
    [here, below] = [below, here];
    below.fill(0);
  }
  return bitmap;
}

/** From 0, black, to 255. The data is asked for once: a canvas copies it at every reading. */
function grey({ width, height, data }: Pixels): { width: number; height: number; greys: Uint8Array } {
  const greys = new Uint8Array(width * height);
  for (let at = 0; at < greys.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    greys[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, greys };
}
