import { ONE } from '../../../shared/domain/quantity.ts';
import { MOST_LINES, MOST_QUANTITY_MILLI, MOST_TOTAL_MINOR, type CartDraft } from './cart-draft.ts';

export type LimitReached = 'lines' | 'quantity' | 'total';

/**
 * The limit of the books that a draft goes beyond, or null. The sum is a bound far inside what money arithmetic
 * holds, so that pricing a cart that fits can never fail.
 */
export function limitReached(draft: CartDraft): LimitReached | null {
  if (draft.lines.length > MOST_LINES) return 'lines';
  if (draft.lines.some((line) => line.quantityMilli > MOST_QUANTITY_MILLI)) return 'quantity';
  let boundMinor = 0;
  for (const line of draft.lines) boundMinor += (line.unitPriceMinor / ONE) * line.quantityMilli;
  return boundMinor > MOST_TOTAL_MINOR ? 'total' : null;
}
