import { isSensibleSize } from './picture-limits.ts';

type Chunk = { type: string; data: Buffer };
type Size = { width: number; height: number };

const alphaFlag = 0x10;
const dropped = ['ICCP', 'EXIF', 'XMP '];

/** A WebP written anew: its one picture, and its transparency where that is apart. Null for what is no sound WebP. */
export function recodeWebp(bytes: Buffer): Uint8Array | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const chunks = readChunks(bytes, 8 + bytes.readUInt32LE(4));
  if (chunks === null) return null;
  const [only, ...others] = chunks.filter(({ type }) => !dropped.includes(type));
  if (only === undefined) return null;
  if (only.type !== 'VP8X') return others.length === 0 && sizeOf(only) !== null ? file([only]) : null;
  return recodeExtended(only, others);
}

/** The extended form: with a transparency of its own it stays one, else the picture alone is enough. */
function recodeExtended(head: Chunk, parts: readonly Chunk[]): Uint8Array | null {
  const image = parts.at(-1);
  const size = image === undefined ? null : sizeOf(image);
  if (image === undefined || size === null || head.data.length !== 10) return null;
  const [width, height] = [head.data.readUIntLE(4, 3) + 1, head.data.readUIntLE(7, 3) + 1];
  if (width !== size.width || height !== size.height) return null;
  if (parts.length === 1) return file([image]);
  const [alpha] = parts;
  if (parts.length !== 2 || alpha?.type !== 'ALPH' || image.type !== 'VP8 ' || !isAlpha(alpha.data))
    return null;
  const data = Buffer.alloc(10);
  data.writeUInt8(alphaFlag, 0);
  head.data.copy(data, 4, 4);
  return file([{ type: 'VP8X', data }, alpha, image]);
}

function readChunks(bytes: Buffer, end: number): Chunk[] | null {
  if (end > bytes.length) return null;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at < end) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end || chunks.length > 20) return null;
    chunks.push({
      type: bytes.toString('latin1', at, at + 4),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** The size of a still picture, lossy or lossless; null for anything else. */
function sizeOf({ type, data }: Chunk): Size | null {
  const size = type === 'VP8 ' ? lossySize(data) : type === 'VP8L' ? losslessSize(data) : null;
  return size !== null && isSensibleSize(size.width, size.height) ? size : null;
}

function lossySize(data: Buffer): Size | null {
  const tag = data.readUIntLE(0, 3);
  const isKeyFrame = (tag & 1) === 0;
  const version = (tag >> 1) & 7;
  const isShown = ((tag >> 4) & 1) === 1;
  const firstPart = tag >> 5;
  const hasMark = data.readUIntBE(3, 3) === 0x9d012a;
  if (!isKeyFrame || version > 3 || !isShown || !hasMark || 10 + firstPart > data.length) return null;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

function losslessSize(data: Buffer): Size | null {
  if (data.readUInt8(0) !== 0x2f) return null;
  const bits = data.readUInt32LE(1);
  if (bits >>> 29 !== 0) return null;
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function isAlpha(data: Buffer): boolean {
  const compression = data.readUInt8(0) & 3;
  return compression <= 1 && data.length > 1;
}

function file(chunks: readonly Chunk[]): Uint8Array {
  const parts = chunks.flatMap(({ type, data }) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return [head, data, Buffer.alloc(data.length % 2)];
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const riff = Buffer.alloc(8);
  riff.write('RIFF', 0, 'latin1');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body]);
}
