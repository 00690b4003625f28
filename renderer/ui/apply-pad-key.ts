export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'backspace';

/**
 * The text after a pad key: digits are added, one decimal point at most, no more decimals than there are (`decimals`),
 * no more characters than `maximumLength`.
 */
export function applyPadKey(
  text: string,
  key: PadKey,
  { decimals = 0, maximumLength = 12 }: { decimals?: number; maximumLength?: number } = {},
): string {
  if (key === 'backspace') return text.slice(0, -1);
  if (key === '.') {
    if (decimals === 0 || text.includes('.')) return text;
    return text === '' ? '0.' : `${text}.`;
  }
  const added = text === '0' ? String(Number(key)) : text + key;
  const point = added.indexOf('.');
  const isTooFine = point !== -1 && added.length - point - 1 > decimals;
  return isTooFine || added.length > maximumLength ? text : added;
}
