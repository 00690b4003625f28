/**
 * `customer-code` CUST-00001, `customer-qr` 32 hex digits, `customer-card` SK1.… (a signed card, real or not),
 * `receipt` S01-T3-A-000123; anything else is a product's.
 */
export type ScanClass = 'customer-code' | 'customer-qr' | 'customer-card' | 'receipt' | 'product';

/**
 * A signed card: `SK1.<kid>.<customer code>.<expiry>.<signature>`. `kid` names the key, `expiresAt` is in seconds since
 * 1970, `signature` is Ed25519's 64 bytes in base64url.
 */
export type CardCode = { kid: string; customerCode: string; expiresAt: number; signature: string };

const GTIN = /^(\d{8}|\d{12,14})$/;
const SCAN_LENGTH = 256;
const CARD = /^SK1\.([\w-]{1,32})\.(CUST-\d{5,16})\.([1-9]\d{0,11})\.([\w-]{86})$/;

/** The check digit that GS1 puts behind these digits (7, 11, 12 or 13 of them). Throws RangeError for anything else. */
export function gtinCheckDigit(body: string): string {
  if (!/^(\d{7}|\d{11,13})$/.test(body))
    throw new RangeError('A GTIN has 7, 11, 12 or 13 digits and its check digit');
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** EAN-8, UPC-A, EAN-13 or GTIN-14 with the right check digit. */
export function isValidGtin(code: string): boolean {
  return GTIN.test(code) && gtinCheckDigit(code.slice(0, -1)) === code.slice(-1);
}

/**
 * The ways in which the same barcode may be stored, the scanned one first: some scanners send a UPC-A as an EAN-13
 * with a zero before it, or pad to GTIN-14. Only real GTINs vary; a shop's own code is looked up as it is.
 */
export function barcodeLookupKeys(code: string): string[] {
  const keys = [code];
  if (code.length < 12 || !isValidGtin(code)) return keys;
  const significant = code.replace(/^0+/, '');
  for (const length of [12, 13, 14]) {
    const key = significant.padStart(length, '0');
    if (key.length === length && key !== code) keys.push(key);
  }
  return keys;
}

/** `CUST-00001`; longer when five digits are used up. Throws RangeError unless `n` is an integer from 1. */
export function customerCode(n: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`Not a customer's number: ${n}`);
  return `CUST-${String(n).padStart(5, '0')}`;
}

/**
 * What a scanner sent, as data: without control and formatting characters (AIM's FNC1 among them), without the AIM
 * prefix that names the symbology (`]E0`), trimmed, at most 256 characters.
 */
export function cleanScan(raw: string): string {
  const plain = raw
    .slice(0, 4 * SCAN_LENGTH)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .replace(/^\][A-Za-z][0-9A-Za-z]/, '')
    .trim();
  return [...plain].slice(0, SCAN_LENGTH).join('').trim();
}

/** What kind of thing a cleaned scan names. Scanners may send capitals or not. */
export function classifyScan(code: string): ScanClass {
  if (/^CUST-\d{5,}$/i.test(code)) return 'customer-code';
  if (/^[0-9a-f]{32}$/i.test(code)) return 'customer-qr';
  if (code.startsWith('SK1.')) return 'customer-card';
  if (/^S\d{2,}-T\d+-[A-Z]+-\d{6,}$/i.test(code)) return 'receipt';
  return 'product';
}

/** The parts of a card's code, or null when it has not that shape. Says nothing of its signature. */
export function parseCardCode(text: string): CardCode | null {
  const found = CARD.exec(text);
  if (!found) return null;
  const [, kid = '', code = '', expiry = '', signature = ''] = found;
  return { kid, customerCode: code, expiresAt: Number(expiry), signature };
}

/** The part of a card's code that is signed: all before the last point. */
export function cardCodePayload({ kid, customerCode: code, expiresAt }: Omit<CardCode, 'signature'>): string {
  return `SK1.${kid}.${code}.${expiresAt}`;
}
