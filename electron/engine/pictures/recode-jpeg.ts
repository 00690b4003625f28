import { exifOrientation, orientationSegment } from './exif-orientation.ts';
import { isSensibleSize } from './picture-limits.ts';

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
const tables = 0xdb;
const restart = 0xdd;
const huffman = 0xc4;
/** Baseline, extended and progressive frames: what browsers show. */
const frames = [0xc0, 0xc1, 0xc2];

type Segment = { marker: number; data: Buffer };
/** What is known of the picture so far. */
type State = { components: number; scans: number; orientation: number | null; kept: Buffer[] };

/**
 * A JPEG written anew: frame, tables and scans as they are, an Adobe mark that says how to read the colours, and which
 * way is up; nothing else of what cameras and programs add. Null for what is no sound JPEG.
 */
export function recodeJpeg(bytes: Buffer): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== start) return null;
  const state: State = { components: 0, scans: 0, orientation: null, kept: [] };
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) return finished(state);
    const length = bytes.readUInt16BE(at + 2);
    const after = at + 2 + length;
    if (length < 2 || after > bytes.length) return null;
    const segment = { marker, data: bytes.subarray(at + 4, after) };
    if (!take(state, segment, bytes.subarray(at, after))) return null;
    at = after;
    if (marker === scan) {
      const ends = endOfScan(bytes, after);
      state.kept.push(bytes.subarray(after, ends));
      at = ends;
    }
  }
}

function finished({ components, scans, orientation, kept }: State): Uint8Array | null {
  if (components === 0 || scans === 0) return null;
  const up = orientation === null ? [] : [orientationSegment(orientation)];
  return Buffer.concat([Buffer.from([0xff, start]), ...up, ...kept, Buffer.from([0xff, end])]);
}

/** Keeps a segment, drops it, or answers false for one that must not be there. */
function take(state: State, { marker, data }: Segment, whole: Buffer): boolean {
  if (marker === 0xe1) state.orientation ??= exifOrientation(data);
  if (marker === 0xee && data.length === 12 && data.toString('latin1', 0, 5) === 'Adobe')
    state.kept.push(whole);
  if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) return true;
  if (frames.includes(marker)) {
    if (state.components > 0 || !isFrame(data)) return false;
    state.components = data.readUInt8(5);
  } else if (marker === scan) {
    const count = data.readUInt8(0);
    if (count < 1 || count > state.components || data.length !== 4 + 2 * count) return false;
    state.scans += 1;
    if (state.scans > 200) return false;
  } else if (marker === huffman) {
    if (!areHuffmanTables(data)) return false;
  } else if (marker === tables) {
    if (!areQuantisationTables(data)) return false;
  } else if (marker !== restart || data.length !== 2) return false;
  state.kept.push(whole);
  return true;
}

function isFrame(data: Buffer): boolean {
  const [precision, height, width, components] = [
    data.readUInt8(0),
    data.readUInt16BE(1),
    data.readUInt16BE(3),
    data.readUInt8(5),
  ];
  return (
    precision === 8 &&
    isSensibleSize(width, height) &&
    [1, 3, 4].includes(components) &&
    data.length === 6 + 3 * components
  );
}

function areHuffmanTables(data: Buffer): boolean {
  let at = 0;
  while (at < data.length) {
    const table = data.readUInt8(at);
    const codes = data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    if ((table & 0x0f) > 3 || table >> 4 > 1 || codes > 256) return false;
    at += 17 + codes;
  }
  return data.length > 0 && at === data.length;
}

function areQuantisationTables(data: Buffer): boolean {
  let at = 0;
  while (at < data.length) {
    const table = data.readUInt8(at);
    if ((table & 0x0f) > 3 || table >> 4 > 1) return false;
    at += 1 + 64 * ((table >> 4) + 1);
  }
  return data.length > 0 && at === data.length;
}

/** Where the packed pixels end: at the first mark that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) throw new RangeError('a scan without an end');
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 2;
  }
}
