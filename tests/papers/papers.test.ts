import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBlack, type Bitmap } from '../../electron/devices/bitmap.ts';
import { drawPaper } from '../../electron/devices/draw-paper.ts';
import { dotsOf } from '../../electron/devices/paper-size.ts';
import { picturePaper } from '../../electron/devices/picture-paper.ts';
import { readEscpos } from '../../electron/devices/read-escpos.ts';
import { palettePng } from '../e2e/support/palette-png.ts';
import { papers, type Paper } from './papers.ts';

/*
 * Every paper is printed on a printer that draws what it gets. Its picture is only written with SUKLI_SCREENSHOTS=1, so
 * that a test run leaves the tree as it was.
 */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const writes = process.env['SUKLI_SCREENSHOTS'] === '1';

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
});

const paperCalled = (name: string): Paper => {
  const found = papers.find((paper) => paper.name === name);
  if (found === undefined) throw new Error(`no paper is called ${name}`);
  return found;
};
const eventsOf = async (paper: Paper) => readEscpos(await drawPaper(paper)).events;
const imagesOf = async (paper: Paper): Promise<Bitmap[]> =>
  (await eventsOf(paper)).flatMap((event) => (event.kind === 'image' ? [event.bitmap] : []));

function blackColumns(bitmap: Bitmap): number[] {
  return Array.from({ length: bitmap.width }, (_, x) => x).filter((x) =>
    Array.from({ length: bitmap.height }, (_, y) => y).some((y) => isBlack(bitmap, x, y)),
  );
}

describe.each(papers.map((paper) => [paper.name, paper] as const))('the paper %s', (name, paper) => {
  it('comes out of the printer, as wide as it is', async () => {
    const picture = await picturePaper(await drawPaper(paper), paper.paperWidth);
    const { width, height } = await loadImage(picture);
    expect(width).toBe(paper.paperWidth * 8);
    expect(height).toBeGreaterThan(400);
    const file = join(folder, `paper-${name}.png`);
    if (writes) writeFileSync(file, palettePng(Buffer.from(picture)));
  });

  it('has no image that is wider than the paper, or that a cheap printer cannot hold', async () => {
    for (const { width, height, rows } of await imagesOf(paper)) {
      expect(width).toBe(dotsOf(paper.paperWidth));
      expect(height).toBeLessThanOrEqual(64);
      expect(rows.length).toBeLessThanOrEqual(4608);
    }
  });
});

it('only draws the lines that need it, and leaves the others to the printer', async () => {
  const events = await eventsOf(paperCalled('scripts-80'));
  const text = events.flatMap((event) =>
    event.kind === 'line' ? [event.runs.map((run) => run.text).join('')] : [],
  );
  expect(text.join('\n')).not.toContain('?');
  expect(text.some((line) => /^Pandesal +60\.00$/.test(line))).toBe(true);
  const drawn = events.filter(({ kind }) => kind === 'image').length;
  expect(drawn).toBeGreaterThanOrEqual(10);
  expect(drawn).toBeLessThan(16);
});

it('keeps amounts at the right edge and names at the left, whichever way they are read', async () => {
  const images = await imagesOf(paperCalled('scripts-80'));
  const withBoth = images.filter((image) => {
    const columns = blackColumns(image);
    const [first = 0, last = 0] = [columns[0], columns.at(-1)];
    return first < 12 && last > image.width - 12;
  });
  // The cashier, and each of the seven products.
  expect(withBoth).toHaveLength(8);
});

it('prints a QR code that a scanner reads', async () => {
  const paper = paperCalled('receipt-58');
  const image = await loadImage(await picturePaper(await drawPaper(paper), paper.paperWidth));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const pixels = { data, width: image.width, height: image.height, colorSpace: 'srgb' } as ImageData;
  const found = await readBarcodes(pixels, { formats: ['QRCode'] });
  expect(found.map((code) => code.text)).toEqual(['S01-T3-A-000123']);
});
