import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOptions, sampleSale, sampleShop } from '../../shared/domain/receipt-fixtures/sample-sale.ts';
import { plainText } from '../../shared/domain/receipt-text.ts';
import { receiptBlocks } from '../../shared/domain/receipt.ts';
import { columnsOf, drawerPulse, escposBytes } from './escpos.ts';
import { printableText } from './printable-text.ts';

const bytesOf = (name: string, openDrawer = false, paperWidth: 58 | 80 = 80) =>
  escposBytes(
    receiptBlocks({ ...sampleSale, cashier: name }, { ...sampleShop, name, footer: name }, sampleOptions),
    { paperWidth, openDrawer },
  );

describe('bytes for the printer', () => {
  it.each([58, 80] as const)('are lines that fit %d mm, between a reset and a cut', (paperWidth) => {
    const bytes = bytesOf('Panaderya', false, paperWidth);
    expect([...bytes.subarray(0, 2)]).toEqual([0x1b, 0x40]);
    expect([...bytes.subarray(-3)]).toEqual([0x1d, 0x56, 1]);
    const lines = readPrinter(bytes).lines;
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columnsOf(paperWidth));
    expect(lines.some((line) => /^Ensaymada +45\.00$/.test(line))).toBe(true);
    expect(lines).toContain('  12 x 5.00');
  });

  it('open the drawer first, and only when asked to', () => {
    expect([...bytesOf('x', true).subarray(0, 5)]).toEqual([...drawerPulse]);
    expect(readPrinter(bytesOf('x', true)).commands.filter((command) => command === 'ESC p')).toHaveLength(1);
    expect(readPrinter(bytesOf('x', false)).commands).not.toContain('ESC p');
  });

  it('print the total in double height and the receipt number as a QR code', () => {
    const { commands, qr } = readPrinter(bytesOf('x'));
    expect(commands).toContain('GS ! 17');
    expect(qr).toEqual([sampleSale.receiptNumber]);
  });

  it('command nothing that a field asks for', () => {
    const allowed = readPrinter(bytesOf('x')).commands.filter((command) => !command.startsWith('ESC t'));
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '\u001bp\u0000\u0032\u00fa',
        '\u001d(k',
        '←p0',
        '↔V1',
        '♦☺►◄↕‼¶§▬↨↑↓→∟▲▼',
        '\u0010\u0004\u0001',
      ),
    );
    fc.assert(
      fc.property(field, (name) => {
        const { commands } = readPrinter(bytesOf(name));
        expect(new Set(commands.filter((command) => !command.startsWith('ESC t')))).toEqual(new Set(allowed));
      }),
      { numRuns: 200 },
    );
  });
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

type Read = { lines: string[]; commands: string[]; qr: string[] };

/** Reads the bytes as a printer does: which commands, which lines. Throws on a command that we never send. */
function readPrinter(bytes: Uint8Array): Read {
  const read: Read = { lines: [], commands: [], qr: [] };
  let line = '';
  const argumentsOf: Record<string, number> = { '@': 0, M: 1, p: 3, t: 1, E: 1, a: 1, '!': 1, V: 1 };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a) {
      read.lines.push(line);
      line = '';
    } else if (byte === 0x1c) {
      if (bytes[at + 1] !== 0x2e) throw new Error('the printer was sent an unknown FS command');
      at += 1;
    } else if (byte === 0x1b || byte === 0x1d) {
      const letter = String.fromCharCode(bytes[at + 1] ?? 0);
      if (letter === '(') {
        const length = (bytes[at + 3] ?? 0) + 256 * (bytes[at + 4] ?? 0);
        const body = Buffer.from(bytes.subarray(at + 5, at + 5 + length));
        if (body[1] === 0x50) read.qr.push(body.toString('latin1', 3));
        read.commands.push('GS (');
        at += 4 + length;
        continue;
      }
      const count = argumentsOf[letter];
      if (count === undefined) throw new Error(`the printer was sent ${byte} ${letter}`);
      const values = bytes.subarray(at + 2, at + 2 + count);
      read.commands.push(
        `${byte === 0x1b ? 'ESC' : 'GS'} ${letter}${letter === '!' || letter === 't' ? ` ${values[0]}` : ''}`,
      );
      at += 1 + count;
    } else {
      if (byte < 0x20 || byte === 0x7f) throw new Error(`the printer was sent the control code ${byte}`);
      line += String.fromCharCode(byte);
    }
  }
  return read;
}
