import { currencyOf } from '../../../shared/domain/currency.ts';
import { paperMoney } from '../../../shared/domain/paper-money.ts';
import { receiptTime } from '../../../shared/domain/receipt-time.ts';
import type { EngineContext } from '../context.ts';

/** How amounts and instants are written on the shop's papers. */
export function paperFormats(context: EngineContext): {
  money: (amountMinor: number) => string;
  time: (instant: string) => string;
} {
  const { locale, currency: code, timeZone } = context.settings().shop;
  const currency = currencyOf(code);
  if (currency === undefined) throw new Error(`a shop with an unknown currency: ${code}`);
  return {
    money: paperMoney(locale, currency),
    time: (instant) => receiptTime(Date.parse(instant), timeZone),
  };
}
