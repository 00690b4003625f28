import { promisify } from 'node:util';
import { crc32, deflate, inflate } from 'node:zlib';
import { isSensibleSize } from './picture-limits.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostUnpackedBytes = 64 * 1024 * 1024;
/** Bit depths by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Kept besides the image, with their length: what its colours mean. */
const colourChunks: Record<string, number> = { gAMA: 4, cHRM: 32, sRGB: 1 };
/** Of a picture in seven passes: where each begins and how far its pixels are apart. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

type Chunk = { type: string; data: Buffer };
type Header = {
  width: number;
  height: number;
  bitsPerPixel: number;
  colourType: number;
  interlaced: boolean;
};

/** A PNG written anew: its pixels are unpacked, counted and packed again. Null for what is no sound PNG. */
export async function recodePng(bytes: Buffer): Promise<Uint8Array | null> {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const chunks = readChunks(bytes);
  const header = readHeader(chunks?.[0]);
  if (chunks === null || header === null || !isInOrder(chunks, header)) return null;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = await unpack(packed, rowsOf(header));
  if (pixels === null) return null;
  const image = { type: 'IDAT', data: await promisify(deflate)(pixels, { level: 7 }) };
  const before = chunks.filter(({ type }) => type in colourChunks || ['IHDR', 'PLTE', 'tRNS'].includes(type));
  return Buffer.concat([
    signature,
    ...[...before, image, { type: 'IEND', data: Buffer.alloc(0) }].map(written),
  ]);
}

/** Every chunk up to the end of the picture, each with the right check sum. */
function readChunks(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(at + 4, end))) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
}

function readHeader(chunk: Chunk | undefined): Header | null {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return null;
  const { data } = chunk;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth, colourType, compression, filter, interlace] = [...data.subarray(8)] as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isKnown = depths[colourType]?.includes(depth) === true && compression === 0 && filter === 0;
  if (!isKnown || interlace > 1 || !isSensibleSize(width, height)) return null;
  const bitsPerPixel = depth * (samples[colourType] ?? 0);
  return { width, height, bitsPerPixel, colourType, interlaced: interlace === 1 };
}

/** One header, a palette where there must be one, and pixels in one run; no animation, and nothing unknown that matters. */
function isInOrder(chunks: readonly Chunk[], { colourType }: Header): boolean {
  const types = chunks.map(({ type }) => type);
  const count = (wanted: string) => types.filter((type) => type === wanted).length;
  const firstPixels = types.indexOf('IDAT');
  const isCritical = (type: string) => /^[A-Z]/.test(type);
  const known = ['IHDR', 'PLTE', 'IDAT', 'IEND'];
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data.length ?? 0;
  const mustHavePalette = colourType === 3;
  const mayHavePalette = mustHavePalette || colourType === 2 || colourType === 6;
  return (
    firstPixels > 0 &&
    types.lastIndexOf('IDAT') - firstPixels + 1 === count('IDAT') &&
    ['IHDR', 'IEND'].every((type) => count(type) === 1) &&
    ['PLTE', 'tRNS', ...Object.keys(colourChunks)].every(
      (type) => count(type) === 0 || (count(type) === 1 && types.indexOf(type) < firstPixels),
    ) &&
    chunks.every(
      ({ type, data }) => colourChunks[type] === undefined || colourChunks[type] === data.length,
    ) &&
    (count('PLTE') === 1
      ? mayHavePalette && palette > 0 && palette <= 768 && palette % 3 === 0
      : !mustHavePalette) &&
    (chunks.find(({ type }) => type === 'tRNS')?.data.length ?? 0) <= 256 &&
    types.every((type) => !isCritical(type) || known.includes(type)) &&
    !types.some((type) => ['acTL', 'fcTL', 'fdAT'].includes(type))
  );
}

/** How many bytes each row of pixels takes without the byte that names its filter, pass by pass. */
function rowsOf({ width, height, bitsPerPixel, interlaced }: Header): { rows: number; bytes: number }[] {
  const bytesOf = (pixels: number) => Math.ceil((pixels * bitsPerPixel) / 8);
  if (!interlaced) return [{ rows: height, bytes: bytesOf(width) }];
  return passes
    .map(([left, top, across, down]) => ({
      columns: Math.ceil((width - left) / across),
      rows: Math.ceil((height - top) / down),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map(({ columns, rows }) => ({ rows, bytes: bytesOf(columns) }));
}

async function unpack(
  packed: Buffer,
  passRows: readonly { rows: number; bytes: number }[],
): Promise<Buffer | null> {
  const expected = passRows.reduce((sum, { rows, bytes }) => sum + rows * (bytes + 1), 0);
  if (expected > mostUnpackedBytes) return null;
  let pixels: Buffer;
  try {
    pixels = await promisify<Buffer, object, Buffer>(inflate)(packed, { maxOutputLength: expected });
  } catch {
    return null;
  }
  if (pixels.length !== expected) return null;
  let at = 0;
  for (const { rows, bytes } of passRows) {
    for (let row = 0; row < rows; row += 1) {
      if ((pixels[at] ?? 5) > 4) return null;
      at += bytes + 1;
    }
  }
  return pixels;
}

function written({ type, data }: Chunk): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
