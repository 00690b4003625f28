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

const DIGIT_RUN = /\d(?:[ .\-–]?\d){12,}/g;

/**
 * Whether a text holds a card number, which may never be stored (PCI DSS). Looks at every run of 13 to 19 digits,
 * also with spaces, points or dashes between them, that passes the Luhn check. A card payment's reference is refused
 * for any such run (`anyIssuer`); elsewhere the run must also start like an issued card, since one in ten e-wallet
 * references (GCash has 13 digits) passes Luhn by chance.
 */
export function hasCardNumber(text: string, anyIssuer: boolean): boolean {
  const runs = text.normalize('NFKC').match(DIGIT_RUN) ?? [];
  return runs.some((run) => {
    const digits = run.replace(/\D/g, '');
    if (digits.length < 13 || digits.length > 19 || !passesLuhn(digits)) return false;
    return anyIssuer || ISSUED.some((issued) => issued.test(digits));
  });
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
