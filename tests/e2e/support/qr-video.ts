import { writeFileSync } from 'node:fs';
import bwip from 'bwip-js/node';

const width = 640;
const height = 480;
const frames = 10;
const white = 235;
const black = 16;

/** Writes a film (YUV4MPEG2) of a QR code lying still before a camera. */
export function writeQrVideo(file: string, text: string): void {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('No QR code was drawn.');
  const { pixs, pixx, pixy } = symbol;
  const moduleSize = Math.floor((height * 0.6) / pixy);
  const left = Math.floor((width - pixx * moduleSize) / 2);
  const top = Math.floor((height - pixy * moduleSize) / 2);
  const luma = Buffer.alloc(width * height, white);
  for (let y = 0; y < pixy * moduleSize; y += 1) {
    for (let x = 0; x < pixx * moduleSize; x += 1) {
      const isDark = pixs[Math.floor(y / moduleSize) * pixx + Math.floor(x / moduleSize)] === 1;
      if (isDark) luma[(top + y) * width + left + x] = black;
    }
  }
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  writeFileSync(file, Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]));
}
