const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;
const DIGIT = /\p{Nd}/u;

/** Unicode's digits of any script as 0 to 9 (`१२` and `１２` are `12`); all else stays. */
export function asciiDigits(text: string): string {
  return text.replace(OTHER_DIGIT, digitValue);
}

/** Each script's ten digits lie in a row from zero on; where rows touch, they are whole rows. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let start = point;
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((point - start) % 10);
}
