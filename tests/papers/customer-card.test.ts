import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { drawCard } from '../../electron/engine/cards/draw-card.ts';
import { palettePng } from '../e2e/support/palette-png.ts';

const root = join(import.meta.dirname, '..', '..');
const card = {
  shopName: 'Panaderya ni Aling Rosa',
  name: 'Maria Clara de los Santos',
  code: 'CUST-00042',
  cardCode:
    'SK1.k3Qw.CUST-00042.1953504000.dGhpcy1pcy1hLXNhbXBsZS1zaWduYXR1cmUtb2Ytc2l4dHktZm91ci1ieXRlcy4uLg',
  expiresOn: '2031-11-25',
};

it('the customer’s card is as wide as a bank card and has its QR code', async () => {
  for (const face of ['Regular', 'SemiBold'])
    GlobalFonts.registerFromPath(join(root, 'resources', 'fonts', `Inter-${face}.ttf`), 'Inter');
  const picture = await loadImage(Buffer.from(drawCard(card)));
  expect(picture.width / picture.height).toBeCloseTo(85.6 / 54, 2);
  const width = 856;
  const canvas = createCanvas(width, 540);
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = '#ffffff';
  drawing.fillRect(0, 0, width, 540);
  drawing.drawImage(picture, 0, 0, width, 540);
  const { data } = drawing.getImageData(width / 2, 0, width / 2, 540);
  const black = data.filter((value, index) => index % 4 === 0 && value < 64).length;
  expect(black).toBeGreaterThan(10_000);
  if (process.env['SUKLI_SCREENSHOTS'] === '1') {
    const file = join(root, 'docs', 'screenshots', 'customer-card-printed.png');
    writeFileSync(file, palettePng(canvas.toBuffer('image/png')));
  }
});
