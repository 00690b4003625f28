import CodepageEncoder from '@point-of-sale/codepage-encoder';
import type { Align } from '../../shared/domain/receipt-blocks.ts';
import type { Bitmap } from './bitmap.ts';
import { codePages } from './printable-text.ts';

/** Letters in one face; `width` and `height` are times the normal size. */
export type PaperRun = { text: string; bold: boolean; width: number; height: number };
/** What a printer does with the bytes it gets, one after the other. */
export type PaperEvent =
  | { kind: 'line'; runs: PaperRun[]; align: Align }
  | { kind: 'image'; bitmap: Bitmap; align: Align }
  | { kind: 'qr'; data: string; dotsPerModule: number; align: Align }
  | { kind: 'cut' }
  | { kind: 'drawer'; pin: 2 | 5 };

type Printer = {
  bytes: Uint8Array;
  at: number;
  events: PaperEvent[];
  commands: string[];
  runs: PaperRun[];
  face: { bold: boolean; width: number; height: number; page: number };
  align: Align;
  qr: { data: string; dotsPerModule: number };
};

/** How many bytes follow the two of a command. */
const lengths: Readonly<Record<string, number>> = {
  'ESC @': 0,
  'ESC M': 1,
  'ESC p': 3,
  'ESC t': 1,
  'ESC E': 1,
  'ESC a': 1,
  'GS !': 1,
  'GS V': 1,
  'FS .': 0,
};
const prefixes: Readonly<Record<number, string>> = { 0x1b: 'ESC', 0x1c: 'FS', 0x1d: 'GS' };
const pageNames = Object.keys(codePages) as (keyof typeof codePages)[];
const alignments: readonly Align[] = ['left', 'center', 'right'];

/**
 * Reads bytes as an ESC/POS printer does: what comes out, and the commands that it obeyed, as `ESC p`. Throws on
 * whatever we never send, so that nothing reaches a printer that is not known here.
 */
export function readEscpos(bytes: Uint8Array): { events: PaperEvent[]; commands: string[] } {
  const printer: Printer = {
    bytes,
    at: 0,
    events: [],
    commands: [],
    runs: [],
    face: { bold: false, width: 1, height: 1, page: 0 },
    align: 'left',
    qr: { data: '', dotsPerModule: 1 },
  };
  while (printer.at < bytes.length) {
    const byte = take(printer);
    const prefix = prefixes[byte];
    if (byte === 0x0a) endLine(printer);
    else if (prefix !== undefined) obey(printer, `${prefix} ${String.fromCharCode(take(printer))}`);
    else print(printer, byte);
  }
  if (printer.runs.length > 0) endLine(printer);
  return { events: printer.events, commands: printer.commands };
}

function take(printer: Printer): number {
  const byte = printer.bytes[printer.at];
  if (byte === undefined) throw new Error('the bytes end within a command');
  printer.at += 1;
  return byte;
}

function takeMany(printer: Printer, count: number): Uint8Array {
  const taken = printer.bytes.subarray(printer.at, printer.at + count);
  if (taken.length < count) throw new Error('the bytes end within a command');
  printer.at += count;
  return taken;
}

function print({ face, runs }: Printer, byte: number): void {
  if (byte < 0x20 || byte === 0x7f) throw new Error(`the printer was sent the control code ${byte}`);
  const name = pageNames.find((each) => codePages[each] === face.page);
  if (name === undefined) throw new Error(`the printer was sent to code page ${face.page}`);
  const code = byte < 0x80 ? byte : CodepageEncoder.getEncoding(name).codepoints[byte];
  const text = String.fromCodePoint(code ?? 0xfffd);
  const { bold, width, height } = face;
  const last = runs.at(-1);
  if (last?.bold === bold && last.width === width && last.height === height) last.text += text;
  else runs.push({ text, bold, width, height });
}

function endLine(printer: Printer): void {
  printer.events.push({ kind: 'line', runs: printer.runs, align: printer.align });
  printer.runs = [];
}

function obey(printer: Printer, command: string): void {
  const { events, commands, face } = printer;
  commands.push(command);
  if (command === 'GS (') {
    obeyQr(printer);
    return;
  }
  if (command === 'GS v') {
    events.push({ kind: 'image', bitmap: takeImage(printer), align: printer.align });
    return;
  }
  const length = lengths[command];
  if (length === undefined) throw new Error(`the printer was sent an unknown command, ${command}`);
  const [value = 0] = takeMany(printer, length);
  if (command === 'ESC t') face.page = value;
  if (command === 'ESC E') face.bold = (value & 1) === 1;
  if (command === 'ESC a') printer.align = alignments[value] ?? 'left';
  if (command === 'GS !') Object.assign(face, { width: (value >> 4) + 1, height: (value & 7) + 1 });
  if (command === 'GS V') events.push({ kind: 'cut' });
  if (command === 'ESC p') events.push({ kind: 'drawer', pin: value === 0 ? 2 : 5 });
}

/** GS v 0 m xL xH yL yH, then the rows. */
function takeImage(printer: Printer): Bitmap {
  const [zero, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = takeMany(printer, 6);
  if (zero !== 0x30) throw new Error('the printer was sent an unknown image');
  const perRow = xLow + 256 * xHigh;
  const height = yLow + 256 * yHigh;
  return { width: perRow * 8, height, rows: takeMany(printer, perRow * height) };
}

/** GS ( k: function 67 sets the size of a module, 80 stores the data, 81 prints the code. */
function obeyQr(printer: Printer): void {
  const [, low = 0, high = 0] = takeMany(printer, 3);
  const body = takeMany(printer, low + 256 * high);
  if (body[1] === 67) printer.qr.dotsPerModule = body[2] ?? 1;
  if (body[1] === 80) printer.qr.data = Buffer.from(body.subarray(3)).toString('latin1');
  if (body[1] === 81) printer.events.push({ kind: 'qr', ...printer.qr, align: printer.align });
}
