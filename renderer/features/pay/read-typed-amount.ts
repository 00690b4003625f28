import type { Currency } from '../../../shared/domain/currency.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import { readAmount } from '../../../shared/domain/read-amount.ts';
import type { Result } from '../../../shared/domain/result.ts';

/**
 * An amount as the pad writes it (digits, and a point before the decimals), or as people of the shop's locale do.
 * Whatever could be another amount, or none, is refused in words: nothing that was typed is left out in silence.
 */
export function readTypedAmount(
  text: string,
  { currency, locale }: { currency: Currency; locale: string },
): Result<number> {
  const plain = new RegExp(`^\\d*(?:\\.\\d{0,${currency.exponent}})?$`);
  const trimmed = text.trim();
  if (!plain.test(trimmed) || !/\d/.test(trimmed)) return readAmount(trimmed, currency, locale);
  return parseMoney(`0${trimmed}`.replace(/^0+(?=\d)/, '').replace(/\.$/, ''), currency);
}
