import type { TaxClass } from '../../../shared/api/settings.ts';
import { decimalText, parseDecimal, parseMoney } from '../../../shared/domain/money.ts';
import type { Currency } from '../../../shared/domain/currency.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { foldText } from '../../../shared/domain/search-text.ts';

/** A field's value, or why it cannot be taken, in a sentence that says how to write it. */
type Read<T> = Result<T, string>;

const mostMinor = 1_000_000_000_000;
const tooMuch = 'This price is larger than a till can take.';
const mostStockMilli = 1_000_000_000;

/** Text on one line. */
export function readLine(text: string, what: string, most: number): Read<string> {
  if (text === '') return fail(`The ${what} is missing.`);
  if (/[\r\n]/.test(text)) return fail(`The ${what} runs over several lines. Write it on one.`);
  const control = /\p{Cc}/u.exec(text)?.[0];
  if (control !== undefined) {
    const point = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return fail(`The ${what} holds a character that cannot be printed (U+${point}). Take it out.`);
  }
  if (text.length > most) {
    return fail(`The ${what} has ${text.length} characters; at most ${most} are allowed. Shorten it.`);
  }
  return ok(text);
}

/**
 * A barcode as scanners send it. A wrong check digit is no reason to refuse: shops print codes of their own with any
 * number of digits, and only what is stored as it is scanned can be found. What a spreadsheet has spoiled is refused.
 */
export function readBarcode(text: string): Read<string> {
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(text)) {
    return fail(
      'A spreadsheet has shortened this barcode and its digits are lost. Format the column as text and enter it again.',
    );
  }
  if (text.length > 64) return fail('A barcode has at most 64 characters.');
  if (/\s/.test(text)) return fail('A barcode has no spaces. Write it as it is scanned.');
  if (!/^[\x21-\x7e]+$/.test(text)) {
    return fail('A barcode has only unaccented letters, digits and signs. Write it as it is scanned.');
  }
  return ok(text);
}

/** A price from nothing up, with a point before the decimals. */
export function readPrice(text: string, currency: Currency): Read<number> {
  const example = decimalText(125 * 10 ** Math.max(0, currency.exponent - 1), currency);
  if (text === '') return fail(`The price is missing. Write it like ${example}, or 0 for what is free.`);
  if (/^\d{13,}(\.\d*)?$/.test(text)) return fail(tooMuch);
  const parsed = parseMoney(text, currency);
  if (!parsed.ok) return fail(`${whyNoPrice(text, currency)} ${parsed.failure.message}`.trim());
  if (parsed.value > mostMinor) return fail(tooMuch);
  return ok(parsed.value);
}

function whyNoPrice(text: string, currency: Currency): string {
  if (/^[-−–(]/.test(text)) return 'A price cannot be less than nothing.';
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'Leave out the separators of thousands.';
  if (/^\d+,\d+$/.test(text)) return 'Use a point, not a comma.';
  if (/^\d+\.\d+$/.test(text)) return `${currency.code} has no smaller parts than that.`;
  if (/^[^\d]+\s?[\d.,]+$|^[\d.,]+\s?[^\d]+$/.test(text))
    return 'Leave out the currency sign and other letters.';
  return '';
}

/** A tax class of the settings, by its name or id. */
export function readTaxClass(text: string, classes: readonly TaxClass[]): Read<string> {
  const wanted = foldText(text);
  const found = classes.find(({ id, name }) => id === wanted || foldText(name) === wanted);
  if (found !== undefined) return ok(found.id);
  const names = classes.map(({ name }) => name).join(', ');
  return fail(`There is no such tax class. Write one of: ${names}.`);
}

const units: Readonly<Record<string, 'each' | 'kg'>> = Object.fromEntries([
  ...['each', 'ea', 'pc', 'pcs', 'piece', 'pieces', 'unit', 'item'].map((name) => [name, 'each']),
  ...['kg', 'kgs', 'kilo', 'kilogram', 'kilograms'].map((name) => [name, 'kg']),
]) as Record<string, 'each' | 'kg'>;

export function readUnit(text: string): Read<'each' | 'kg'> {
  const unit = Object.hasOwn(units, foldText(text)) ? units[foldText(text)] : undefined;
  return unit === undefined ? fail('The unit is either “each” or “kg”.') : ok(unit);
}

/** Opening stock in thousandths; may be below zero, as books carried over sometimes are. */
export function readStock(text: string, unit: 'each' | 'kg'): Read<number> {
  const milli = parseDecimal(text, 3, true);
  if (milli === null) return fail('Write the stock like 12 or 1.250: a point and at most 3 decimals.');
  if (Math.abs(milli) > mostStockMilli) return fail('This is more stock than the books can hold.');
  if (unit === 'each' && milli % ONE !== 0) {
    return fail(
      'What is sold by the piece has a whole number in stock. Set the unit to kg if it is weighed.',
    );
  }
  return ok(milli);
}

export function readFavourite(text: string): Read<boolean> {
  const answer = foldText(text);
  if (['yes', 'y', 'true', '1', 'x'].includes(answer)) return ok(true);
  if (['no', 'n', 'false', '0'].includes(answer)) return ok(false);
  return fail('Write “yes” or “no”.');
}
