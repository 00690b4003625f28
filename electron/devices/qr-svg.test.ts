import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrDrawing, qrModules, qrSvg } from './qr-svg.ts';

beforeAll(() => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
});

it.each(['S01-T3-A-000123', 'SK1.k1.CUST-00042.20271231.zKx_-9', 'Ñandú ₱ 日本 ^029'])(
  'can be read back: %s',
  async (data) => {
    const modules = qrModules(data);
    const scale = 4;
    const side = (modules.length + 8) * scale;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        if (modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4])
          pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
    const image = { data: pixels, width: side, height: side, colorSpace: 'srgb' } as ImageData;
    const found = await readBarcodes(image, { formats: ['QRCode'] });
    expect(found.map((code) => code.text)).toEqual([data]);
  },
);

it('draws as many modules as there are', () => {
  const dark = qrModules('S01-T3-A-000123').flat().filter(Boolean).length;
  const { size, path } = qrDrawing('S01-T3-A-000123');
  const drawn = [...path.matchAll(/h(\d+)v1h-(\d+)z/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(drawn).toBe(dark);
  expect(size).toBe(21);
});

it('puts no data into the SVG but its modules', () => {
  expect(qrSvg('"><script>alert(1)</script>')).not.toContain('script');
});
