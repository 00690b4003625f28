import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOptions, sampleSale, sampleShop } from '../../shared/domain/receipt-fixtures/sample-sale.ts';
import { plainText } from '../../shared/domain/receipt-text.ts';
import { receiptBlocks } from '../../shared/domain/receipt.ts';
import { escposBytes, needsPen, type EscposOptions } from './escpos.ts';
import { columnsOf } from './paper-size.ts';
import { hasItsLetters, printableText } from './printable-text.ts';
import { openPen } from './open-pen.ts';
import { readEscpos } from './read-escpos.ts';

const plain: EscposOptions = { paperWidth: 80, drawer: null, text: 'codepage', logo: null };
const blocksOf = (name: string) =>
  receiptBlocks({ ...sampleSale, cashier: name }, { ...sampleShop, name, footer: name }, sampleOptions);
const bytesOf = (name: string, options: Partial<EscposOptions> = {}) =>
  escposBytes(blocksOf(name), { ...plain, ...options });
const linesOf = (bytes: Uint8Array): string[] =>
  readEscpos(bytes).events.flatMap((event) =>
    event.kind === 'line' ? [event.runs.map(({ text }) => text).join('')] : [],
  );

describe('bytes for the printer', () => {
  it.each([58, 80] as const)('are lines that fit %d mm, between a reset and a cut', (paperWidth) => {
    const bytes = bytesOf('Panaderya', { paperWidth });
    expect([...bytes.subarray(0, 2)]).toEqual([0x1b, 0x40]);
    expect([...bytes.subarray(-3)]).toEqual([0x1d, 0x56, 1]);
    const lines = linesOf(bytes);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columnsOf(paperWidth));
    expect(lines.some((line) => /^Ensaymada +45\.00$/.test(line))).toBe(true);
    expect(lines).toContain('  12 x 5.00');
  });

  it.each([
    [2, 0],
    [5, 1],
  ] as const)('open the drawer on pin %d first, and only when asked to', (pin, told) => {
    expect([...bytesOf('x', { drawer: pin }).subarray(0, 5)]).toEqual([0x1b, 0x70, told, 50, 250]);
    const drawers = readEscpos(bytesOf('x', { drawer: pin })).events.filter(({ kind }) => kind === 'drawer');
    expect(drawers).toEqual([{ kind: 'drawer', pin }]);
    expect(readEscpos(bytesOf('x')).commands).not.toContain('ESC p');
  });

  it('print the total in double height and the receipt number as a QR code', () => {
    const { events } = readEscpos(bytesOf('x'));
    const runs = events.flatMap((event) => (event.kind === 'line' ? event.runs : []));
    expect(runs).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('TOTAL PHP'), height: 2, bold: true }),
    );
    expect(events.find(({ kind }) => kind === 'qr')).toMatchObject({ data: sampleSale.receiptNumber });
  });

  it('say in every script what a page has letters for', () => {
    expect(linesOf(bytesOf('Łódź Ñandú')).some((line) => line.includes('Łódź Ñandú'))).toBe(true);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '\u001bp\u0000\u0032\u00fa',
      '\u001d(k',
      '\u001dv0\u0000',
      '←p0',
      '↔V1',
      '♦☺►◄↕‼¶§▬↨↑↓→∟▲▼',
      '\u0010\u0004\u0001',
    ),
  );
  const obeyed = (bytes: Uint8Array) =>
    new Set(readEscpos(bytes).commands.filter((command) => command !== 'ESC t'));

  it('command nothing that a field asks for', () => {
    const allowed = obeyed(bytesOf('x'));
    fc.assert(
      fc.property(hostile, (name) => {
        expect(obeyed(bytesOf(name))).toEqual(allowed);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['auto', 'raster'] as const)(
    'command nothing but images besides when a pen draws: %s',
    async (text) => {
      const pen = await openPen();
      const allowed = [...obeyed(bytesOf('x')), 'GS v'];
      fc.assert(
        fc.property(hostile, (name) => {
          const bytes = escposBytes(blocksOf(name), { ...plain, text, drawer: null }, pen);
          expect(allowed).toEqual(expect.arrayContaining([...obeyed(bytes)]));
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('text that a code page has not', () => {
  it.each([
    ['₱50 or ₱', 'PHP 50 or PHP'],
    ['Café Ñandú – “ok”…', 'Café Ñandú - "ok"...'],
    ['Bánh bột lọc', 'Bánh bot loc'],
    ['Łódź, Gyümölcs, Ürün', 'Łódź, Gyümölcs, Ürün'],
    ['Привет, Ωμέγα', 'Привет, Ωμέγα'],
    ['抹茶 ok', '?? ok'],
    ['12 × 5', '12 x 5'],
    ['← ESC', '? ESC'],
  ])('%s → %s', (typed, printed) => {
    expect(printableText(typed)).toBe(printed);
  });

  it('is never longer than a bounded multiple, and stays as it is a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (field) => {
        const once = printableText(plainText(field));
        expect(printableText(once)).toBe(once);
      }),
    );
  });
});

describe('a text', () => {
  it.each([
    ['Café Ñandú “ok” ₱50 12 × 5', true],
    ['Привет, Ωμέγα, Łódź', true],
    ['Is it? …', true],
    ['बासमती चामल', false],
    ['خبز', false],
    ['抹茶', false],
    ['ข้าวผัด', false],
    ['Bánh bột lọc', false],
    ['Halo-halo ☕', false],
  ])('%s has its letters on the code pages: %s', (field, has) => {
    expect(hasItsLetters(field)).toBe(has);
  });

  it('has to be drawn where the owner wants all of it drawn, or the printer lacks a letter of it', () => {
    const named = (name: string) =>
      [{ kind: 'pair', left: name, right: '1.00', bold: false, size: 'normal' }] as const;
    expect(needsPen(named('Panaderya'), 'auto')).toBe(false);
    expect(needsPen(named('खाजा घर'), 'auto')).toBe(true);
    expect(needsPen(named('खाजा घर'), 'codepage')).toBe(false);
    expect(needsPen(named('Panaderya'), 'raster')).toBe(true);
    expect(needsPen([{ kind: 'logo', pictureId: 'p' }], 'codepage')).toBe(true);
  });
});
