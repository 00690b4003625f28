import { isValidGtin } from './codes.ts';

/**
 * What a whole card number (PAN) looks like, by issuer: the first digits and lengths that Visa, Mastercard, Amex,
 * Diners, Discover, JCB, UnionPay, Maestro, RuPay, Mir and Troy give out.
 */
const ISSUED = [
  /^4(\d{12}|\d{15}|\d{18})$/,
  /^(5[1-5]|2[2-7])\d{14}$/,
  /^3[47]\d{13}$/,
  /^3(0[0-5]|[689]\d)\d{11,16}$/,
  /^35\d{14,17}$/,
  /^6\d{15,18}$/,
  /^(5[06-8]|8[12])\d{14,17}$/,
  /^(220|979)\d{13,16}$/,
];

const DIGIT_RUN = /\+?\d(?:[ .\-–—_/]{0,3}\d){12,}/g;

/**
 * Whether a text holds a card number, which may never be stored (PCI DSS): 13 to 19 digits, also in groups with spaces,
 * points or dashes between them, that pass the Luhn check. A card payment's reference is refused for any such run
 * (`anyIssuer`); elsewhere, and among other groups of digits, it must also start like an issued card, since one in ten
 * e-wallet references (GCash has 13 digits) passes Luhn by chance. A barcode (EAN-13) and a phone number with its `+`
 * are what they are.
 */
export function hasCardNumber(text: string, anyIssuer: boolean): boolean {
  const runs = text.normalize('NFKC').match(DIGIT_RUN) ?? [];
  return runs.some((run) => {
    const groups = run.match(/\d+/g) ?? [];
    const whole = groups.join('');
    if (anyIssuer && isLong(whole) && passesLuhn(whole)) return true;
    if (!anyIssuer && isPhoneOrBarcode(run, whole, groups.length)) return false;
    return partsOf(groups).some(
      (digits) => passesLuhn(digits) && ISSUED.some((issued) => issued.test(digits)),
    );
  });
}

function isLong(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19;
}

function isPhoneOrBarcode(run: string, whole: string, groupCount: number): boolean {
  if (run.startsWith('+')) return whole.length <= 15;
  return groupCount === 1 && whole.length === 13 && isValidGtin(whole);
}

/** The groups next to each other that are as long as a card number when they are read together. */
function partsOf(groups: readonly string[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    let part = '';
    for (let to = from; to < groups.length && part.length < 19; to += 1) {
      part += groups[to] ?? '';
      if (isLong(part)) parts.push(part);
    }
  }
  return parts;
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const counted = index % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
