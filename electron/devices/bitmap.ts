/** Black and white dots in rows of whole bytes, the leftmost dot the highest bit; 1 is black. */
export type Bitmap = { width: number; height: number; rows: Uint8Array };

/** Cheap printers hold a few kilobytes: a picture is sent in pieces of so many rows, which print without a gap. */
const bandRows = 64;
const bytesOfRow = (width: number): number => Math.ceil(width / 8);

export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, rows: new Uint8Array(bytesOfRow(width) * height) };
}

export function blacken({ width, rows }: Bitmap, x: number, y: number): void {
  const at = y * bytesOfRow(width) + (x >> 3);
  rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
}

export function isBlack({ width, rows }: Bitmap, x: number, y: number): boolean {
  return ((rows[y * bytesOfRow(width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** GS v 0, band after band. */
export function rasterBytes({ width, height, rows }: Bitmap): Uint8Array {
  const perRow = bytesOfRow(width);
  const bands: Uint8Array[] = [];
  for (let top = 0; top < height; top += bandRows) {
    const count = Math.min(bandRows, height - top);
    bands.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0, perRow & 0xff, perRow >> 8, count & 0xff, count >> 8),
      rows.subarray(top * perRow, (top + count) * perRow),
    );
  }
  return Buffer.concat(bands);
}
