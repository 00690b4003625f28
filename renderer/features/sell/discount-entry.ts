import type { Currency } from '../../../shared/domain/currency.ts';
import { decimalText, parseMoney } from '../../../shared/domain/money.ts';
import type { Discount } from '../../../shared/domain/price.ts';
import { percentText, readPercent } from '../../ui/percent-text.ts';

/** What is typed of a discount, as it is typed. */
export type DiscountEntry = { kind: Discount['kind']; text: string };

/** The discount that is typed; null for nothing, `invalid` for what is none. */
export function readDiscount({ kind, text }: DiscountEntry, currency: Currency): Discount | null | 'invalid' {
  const typed = text.trim();
  if (typed === '') return null;
  if (kind === 'percent') {
    const percentPpm = readPercent(typed);
    if (percentPpm === null) return 'invalid';
    return percentPpm === 0 ? null : { kind, percentPpm };
  }
  const amount = parseMoney(typed, currency);
  if (!amount.ok) return 'invalid';
  return amount.value === 0 ? null : { kind, amountMinor: amount.value };
}

/** A discount as one types it. */
export function entryOf(discount: Discount | undefined, currency: Currency): DiscountEntry {
  if (discount === undefined) return { kind: 'percent', text: '' };
  if (discount.kind === 'percent') return { kind: 'percent', text: percentText(discount.percentPpm) };
  return { kind: 'amount', text: decimalText(discount.amountMinor, currency) };
}
