const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;
const DIGIT = /\p{Nd}/u;

/** Unicode's digits of any script as 0 to 9 (`१२` and `１２` are `12`); all else stays. */
export function asciiDigits(text: string): string {
  return text.replace(OTHER_DIGIT, digitValue);
}

/** Each script's ten digits lie in a row from a zero on, so the distance to the row's start tells the value. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String((point - 0x1d7ce) % 10);
  let start = point;
  while (point - start < 9 && DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return String(point - start);
}
