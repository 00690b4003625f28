import type { Currency } from '../../../shared/domain/currency.ts';
import { applyPadKey, type PadKey } from '../../ui/apply-pad-key.ts';

/** An amount after a pad key, with the decimal sign of the locale. */
export function padAmount(text: string, key: PadKey, currency: Currency, locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const plain = decimal === '.' ? text : text.replace(decimal, '.');
  const next = applyPadKey(plain, key, { decimals: currency.exponent, maximumLength: 14 });
  return decimal === '.' ? next : next.replace('.', decimal);
}
