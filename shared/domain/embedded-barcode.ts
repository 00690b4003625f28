import { gtinCheckDigit, isValidGtin } from './codes.ts';
import { multiplyDivide } from './money.ts';
import { ONE } from './quantity.ts';

/** In-store barcodes with a price or a weight in them: `prefix`, digits of the item, digits of the value. */
export type EmbeddedRule = {
  prefix: string;
  itemDigits: number;
  valueDigits: number;
  value: 'price' | 'weight';
};

/** What a label says: a price in minor units, or a weight in grams. */
export type EmbeddedCode = { prefix: string; item: string; value: 'price' | 'weight'; amount: number };

/** What a label sells: so much of a product, and what is printed on it to pay where it is a price. */
export type EmbeddedSale = { quantityMilli: number; printedMinor: number | null };

/** An EAN-13 has so many digits before its own check digit. */
const BODY = 12;

/**
 * Whether the digits of a rule fill an EAN-13: all twelve, or eleven and a check digit of the value, which GS1 has for
 * values of four and five digits.
 */
export function fillsBarcode({ prefix, itemDigits, valueDigits }: EmbeddedRule): boolean {
  const digits = prefix.length + itemDigits + valueDigits;
  return digits === BODY || (digits === BODY - 1 && (valueDigits === 4 || valueDigits === 5));
}

/**
 * Reads a label by the first rule whose prefix it has. A UPC-A is read as the EAN-13 that it is with a zero before it.
 * Null for anything else, for a value of nothing, and where a check digit is wrong: a misread price is not sold.
 */
export function readEmbeddedCode(code: string, rules: readonly EmbeddedRule[]): EmbeddedCode | null {
  const digits = code.length === BODY ? `0${code}` : code;
  if (digits.length !== BODY + 1 || !isValidGtin(digits)) return null;
  const rule = rules.find((each) => fillsBarcode(each) && digits.startsWith(each.prefix));
  if (rule === undefined) return null;
  const { prefix, itemDigits, value } = rule;
  const itemEnd = prefix.length + itemDigits;
  const item = digits.slice(prefix.length, itemEnd);
  const text = digits.slice(BODY - rule.valueDigits, BODY);
  const amount = Number(text);
  const hasCheckDigit = itemEnd + rule.valueDigits < BODY;
  if (amount === 0 || (hasCheckDigit && digits.charAt(itemEnd) !== valueCheckDigit(text))) return null;
  return { prefix, item, value, amount };
}

/** The barcode of a label, as a scale prints it. Throws RangeError for what the rule has no room for. */
export function writeEmbeddedCode(rule: EmbeddedRule, item: string, amount: number): string {
  const text = String(amount).padStart(rule.valueDigits, '0');
  const itemText = item.padStart(rule.itemDigits, '0');
  if (!fillsBarcode(rule) || itemText.length !== rule.itemDigits || text.length !== rule.valueDigits)
    throw new RangeError('This does not fit on the label');
  const head = `${rule.prefix}${itemText}`;
  const check = head.length + text.length < BODY ? valueCheckDigit(text) : '';
  const body = `${head}${check}${text}`;
  return `${body}${gtinCheckDigit(body)}`;
}

/** The codes under which the product of a label may be known: its item digits, or a barcode that begins the same. */
export function embeddedLookupKeys({ prefix, item }: EmbeddedCode): string[] {
  const short = item.replace(/^0+/, '');
  const zeros = `${prefix}${item}`.padEnd(BODY, '0');
  return [...new Set([item, short, `${prefix}${item}`, `${zeros}${gtinCheckDigit(zeros)}`])].filter(
    (key) => key !== '',
  );
}

/**
 * What the label of a product sells. By a weight: so much of it. By a price: exactly that, for the quantity that comes
 * nearest to it at the product's price; one piece of what is not weighed. Null where it cannot be: a weight of pieces.
 */
export function embeddedSale(
  { value, amount }: Pick<EmbeddedCode, 'value' | 'amount'>,
  product: { unit: 'each' | 'kg'; priceMinor: number },
): EmbeddedSale | null {
  const isWeighed = product.unit === 'kg';
  if (value === 'weight') return isWeighed ? { quantityMilli: amount, printedMinor: null } : null;
  if (!isWeighed || product.priceMinor === 0) return { quantityMilli: ONE, printedMinor: amount };
  const milli = multiplyDivide(amount, ONE, product.priceMinor, 'half-up');
  return { quantityMilli: Math.max(1, milli), printedMinor: amount };
}

const TWO_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const THREE = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const FIVE_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const FIVE_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];

/** The check digit of a price or weight of four or five digits, by the weights of GS1 General Specifications 7.9. */
export function valueCheckDigit(value: string): string {
  const weights =
    value.length === 4
      ? [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS]
      : [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS];
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight[Number(value[index])] ?? 0;
  return String(value.length === 4 ? (sum * 3) % 10 : FIVE_MINUS.indexOf((10 - (sum % 10)) % 10));
}
