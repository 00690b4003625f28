import { asciiDigits } from './ascii-digits.ts';
import type { Currency } from './currency.ts';
import { decimalText, parseDecimal } from './money.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * Reads an amount as people of a locale write it: `1,000.50` where the point parts the decimals, `1.000,50` where the
 * comma does. What could mean two amounts, as `1.000,50` in the first, is refused in words, never guessed.
 */
export function readAmount(text: string, currency: Currency, locale: string): Result<number> {
  const { decimal, group } = separatorsOf(locale);
  const grouped = String.raw`\d{1,3}(?:${group}\d{2,3})*${group}\d{3}`;
  const amount = new RegExp(`^(${grouped}|\\d{1,16})(?:${escaped(decimal)}(\\d{1,16}))?$`, 'u');
  const found = amount.exec(asciiDigits(text).trim());
  if (found !== null) {
    const whole = (found[1] ?? '').replaceAll(/\D/g, '');
    const minor = parseDecimal(
      found[2] === undefined ? whole : `${whole}.${found[2]}`,
      currency.exponent,
      false,
    );
    if (minor !== null) return ok(minor);
  }
  return fail({
    code: 'money-invalid',
    message: `This can be read in two ways, or is no amount. Write it like ${exampleOf(currency, locale)}.`,
  });
}

function exampleOf(currency: Currency, locale: string): string {
  const minor = 100_050 * 10 ** Math.max(0, currency.exponent - 2);
  return new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    minimumFractionDigits: currency.exponent,
  }).format(decimalText(minor, currency) as `${number}`);
}

/** `group` is a pattern: where a locale groups by spaces, any space will do. */
function separatorsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
  const valueOf = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value;
  const group = valueOf('group') ?? ',';
  const pattern = /\s/u.test(group) ? String.raw`\s` : /['’]/u.test(group) ? "['’]" : escaped(group);
  return { decimal: valueOf('decimal') ?? '.', group: pattern };
}

function escaped(separator: string): string {
  return separator.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
