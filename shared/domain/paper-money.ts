import type { Currency } from './currency.ts';
import { decimalText } from './money.ts';

/** Separators as the shop's locale has them; always the figures 0–9 and a plain minus, which every printer has. */
export function paperMoney(locale: string, currency: Currency): (amountMinor: number) => string {
  const format = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  });
  return (amountMinor) =>
    format.format(decimalText(amountMinor, currency) as `${number}`).replace('\u2212', '-');
}
