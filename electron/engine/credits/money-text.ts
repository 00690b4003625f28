import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { decimalText } from '../../../shared/domain/money.ts';

/** An amount within a sentence. */
export function moneyText({ shop }: Settings, minor: number): string {
  const currency = currencyOf(shop.currency);
  return currency === undefined
    ? `${minor} ${shop.currency}`
    : `${currency.code} ${decimalText(minor, currency)}`;
}
