import { parseDecimal } from '../../../shared/domain/money.ts';

/** Thousandths from `12`, `1.250` or, where allowed, `-2`; null if it is none. */
export function readQuantity(text: string): number | null {
  return parseDecimal(text.trim(), 3, false);
}

export function readSignedQuantity(text: string): number | null {
  return parseDecimal(text.trim(), 3, true);
}
