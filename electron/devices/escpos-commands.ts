import type { ReceiptLine } from '../../shared/domain/receipt-layout.ts';
import { printerByteOf } from './printable-text.ts';

export type DrawerPin = 2 | 5;

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
export const lineFeed: readonly number[] = [0x0a];

/** As after switching on, with one byte per letter and the larger of the two fonts. */
export const reset: readonly number[] = [ESC, 0x40, FS, 0x2e, ESC, 0x4d, 0];

/** So many lines that the last one is past the cutter, then a cut that leaves the paper hanging by a little. */
export const cut: readonly number[] = [...[1, 2, 3, 4].flatMap(() => lineFeed), GS, 0x56, 1];

/** ESC p: opens the cash drawer with a pulse of 100 ms. */
export function drawerPulse(pin: DrawerPin): Uint8Array {
  return Uint8Array.of(ESC, 0x70, pin === 2 ? 0 : 1, 50, 250);
}

/** A line in its face; the next one is plain again. */
export function lineBytes({ text, bold, width, height }: ReceiptLine): number[] {
  const isLarge = width > 1 || height > 1;
  return [
    ...(bold ? [ESC, 0x45, 1] : []),
    ...(isLarge ? [GS, 0x21, ((width - 1) << 4) | (height - 1)] : []),
    ...textBytes(text),
    ...(bold ? [ESC, 0x45, 0] : []),
    ...(isLarge ? [GS, 0x21, 0] : []),
    ...lineFeed,
  ];
}

/** A QR code (model 2, error correction M) in the middle of the paper. `data` in ASCII. */
export function qrBytes(data: string, dotsPerModule: number): number[] {
  const stored = [...Buffer.from(data, 'latin1')];
  const length = stored.length + 3;
  return [
    [ESC, 0x61, 1],
    [GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0],
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, dotsPerModule],
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31],
    [GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...stored],
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30],
    lineFeed,
    [ESC, 0x61, 0],
  ].flat();
}

/** Every line leaves the printer on page 437, so that a line's bytes do not depend on the one before. */
function textBytes(text: string): number[] {
  const bytes: number[] = [];
  let current = 0;
  for (const character of text) {
    const found = printerByteOf(character);
    if (found !== undefined && found.page !== current) {
      bytes.push(ESC, 0x74, found.page);
      current = found.page;
    }
    bytes.push(found?.byte ?? (character >= ' ' && character <= '~' ? character.charCodeAt(0) : 0x3f));
  }
  if (current !== 0) bytes.push(ESC, 0x74, 0);
  return bytes;
}
