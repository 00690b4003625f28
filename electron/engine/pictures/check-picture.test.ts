import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { animatedWebp, pictures } from '../../../tests/fixtures/pictures.ts';
import { openBareBooks } from '../../../tests/fixtures/bare-books.ts';
import { exifOrientation, orientationSegment } from './exif-orientation.ts';
import { checkPicture } from './index.ts';

async function checked(bytes: Uint8Array) {
  const { context } = await openBareBooks();
  const result = await checkPicture(context, bytes);
  return result.ok ? result.value : null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey PNG with the changes that make it bad. */
function png(changes: { width?: number; height?: number; pixels?: Buffer; more?: Buffer[] } = {}): Buffer {
  const { width = 2, height = 2, pixels = Buffer.alloc(height * (width + 1)), more = [] } = changes;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each(Object.entries(pictures))(
  'takes a %s, and what was written anew once is written the same again',
  async (name, bytes) => {
    const first = await checked(bytes);
    if (first === null) throw new Error(`refused the ${name}`);
    expect(first.mediaType).toBe(
      name.includes('PNG') ? 'image/png' : name.includes('JPEG') ? 'image/jpeg' : 'image/webp',
    );
    const text = Buffer.from(first.bytes).toString('latin1');
    for (const trace of ['secret', 'Exif', 'tEXt', 'tIME', 'iCCP']) expect(text).not.toContain(trace);
    const again = await checked(first.bytes);
    expect(again?.bytes).toEqual(first.bytes);
  },
);

test.each(Object.entries(pictures))('drops what follows the end of a %s', async (_, bytes) => {
  const plain = await checked(bytes);
  const followed = await checked(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]));
  expect(followed?.bytes).toEqual(plain?.bytes);
});

test('keeps which way is up of a JPEG, and nothing else of its Exif', async () => {
  const jpeg = pictures['JPEG with a comment'] ?? Buffer.alloc(0);
  const turned = Buffer.concat([jpeg.subarray(0, 2), orientationSegment(6), jpeg.subarray(2)]);
  const { bytes } = (await checked(turned)) ?? { bytes: new Uint8Array() };
  expect(exifOrientation(Buffer.from(bytes).subarray(6))).toBe(6);
  expect(bytes.length).toBe(((await checked(jpeg))?.bytes.length ?? 0) + 36);
});

const bomb = deflateSync(Buffer.alloc(60 * 1024 * 1024));
test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ['an animated WebP', animatedWebp],
  ['an animated PNG', png({ more: [chunk('acTL', Buffer.alloc(8))] })],
  ['a PNG with an unknown part that matters', png({ more: [chunk('ABCD', Buffer.alloc(1))] })],
  ['a PNG of no width', png({ width: 0, pixels: Buffer.alloc(2) })],
  ['a PNG that is too wide', png({ width: 4097, height: 1 })],
  ['a PNG with pixels missing', png({ pixels: Buffer.alloc(5) })],
  ['a PNG with pixels too many', png({ pixels: Buffer.alloc(7) })],
  ['a PNG with a filter that is none', png({ pixels: Buffer.alloc(6, 9) })],
  [
    'a PNG that unpacks to far more than it says',
    Buffer.concat([png().subarray(0, 33), chunk('IDAT', bomb), chunk('IEND', Buffer.alloc(0))]),
  ],
  ['a PNG with a wrong check sum', Buffer.from(png().map((byte, at) => (at === 29 ? byte ^ 1 : byte)))],
  ['2 MiB and a byte', Buffer.concat([png(), Buffer.alloc(2 * 1024 * 1024)])],
])('refuses %s', async (_, bytes) => {
  expect(await checked(bytes)).toBeNull();
});

test('a sound PNG of the same making is taken', async () => {
  expect(await checked(png())).not.toBeNull();
});

test('of cut and damaged pictures none makes it throw', async () => {
  const { context } = await openBareBooks();
  let tried = 0;
  for (const bytes of Object.values(pictures)) {
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8((damaged.readUInt8(at) + 1 + (at % 254)) % 256, at);
      await checkPicture(context, damaged);
      await checkPicture(context, bytes.subarray(0, at));
      tried += 2;
    }
  }
  expect(tried).toBeGreaterThan(1000);
});
