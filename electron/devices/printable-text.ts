import CodepageEncoder from '@point-of-sale/codepage-encoder';

/** Epson's numbers (ESC t n) of the pages that text may switch to, the commonest first. */
export const codePages = {
  cp437: 0,
  cp858: 19,
  cp852: 18,
  cp866: 17,
  cp737: 14,
  cp857: 13,
  windows1252: 16,
  windows1250: 45,
  windows1251: 46,
  windows1253: 47,
} as const;

export type PrinterByte = { page: number; byte: number };

/** Plain ASCII for what cheap printers draw wrongly, whatever code page they claim to have. */
const ASCII: Readonly<Record<string, string>> = {
  '×': 'x',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
};

const CURRENCY_CODES: Readonly<Record<string, string>> = {
  '₱': 'PHP',
  '₹': 'INR',
  '₨': 'Rs',
  '₩': 'KRW',
  '₫': 'VND',
  '₦': 'NGN',
  '₴': 'UAH',
  '₸': 'KZT',
  '₺': 'TRY',
  '₽': 'RUB',
  '₾': 'GEL',
  '₿': 'BTC',
  '₡': 'CRC',
  '₪': 'ILS',
  '₭': 'LAK',
  '₮': 'MNT',
  '₲': 'PYG',
  '₵': 'GHS',
  '฿': 'THB',
  '៛': 'KHR',
  '৳': 'BDT',
};

/**
 * A plain text as a printer with code pages can print it: what no page has is written with letters that one has
 * (`₱5` → `PHP 5`, `ệ` → `e`), and as `?` when there are none, as for scripts that need the raster mode.
 */
export function printableText(plain: string): string {
  const text = [...plain].map(printable).join('');
  return text.replace(/ +/g, ' ').trim();
}

/** Whether a printer with code pages can print the text with its own letters: none replaced, no mark lost. */
export function hasItsLetters(plain: string): boolean {
  return [...plain].every((character, index, all) => {
    if (printable(character, index, all).includes('?')) return character === '?';
    return !/[\p{L}\p{M}]/u.test(character) || printerByteOf(character) !== undefined || character <= '~';
  });
}

function printable(character: string, index: number, all: readonly string[]): string {
  if (character >= ' ' && character <= '~') return character;
  const ascii = ASCII[character];
  if (ascii !== undefined) return ascii;
  if (printerByteOf(character) !== undefined) return character;
  const code = CURRENCY_CODES[character];
  if (code !== undefined) return /\p{N}/u.test(all[index + 1] ?? '') ? `${code} ` : code;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return '';
  const parts = [...character.normalize('NFKD')];
  return parts.length === 1 && parts[0] === character ? '?' : parts.map(printable).join('');
}

/** Where a printer has the character, beyond ASCII; undefined when it has it nowhere. */
export function printerByteOf(character: string): PrinterByte | undefined {
  table ??= makeTable();
  return table.get(character);
}

let table: ReadonlyMap<string, PrinterByte> | undefined;

/**
 * Only the upper halves of the pages: in the lower, page 437 draws `←` at the byte of ESC and `♦` at that of EOT, which
 * a printer would obey.
 */
function makeTable(): ReadonlyMap<string, PrinterByte> {
  const bytes = new Map<string, PrinterByte>();
  for (const [name, page] of Object.entries(codePages) as [keyof typeof codePages, number][]) {
    for (const [byte, code] of CodepageEncoder.getEncoding(name).codepoints.entries()) {
      const character = String.fromCodePoint(code);
      if (byte >= 0x80 && code >= 0xa0 && code !== 0xfffd && !bytes.has(character))
        bytes.set(character, { page, byte });
    }
  }
  return bytes;
}
