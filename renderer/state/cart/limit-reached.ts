import { sumOfGiftCards } from '../../../shared/domain/gift-card-lines.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import {
  MOST_CODES,
  MOST_LINES,
  MOST_QUANTITY_MILLI,
  MOST_REWARDS,
  MOST_TOTAL_MINOR,
  type CartDraft,
} from './cart-draft.ts';

export type LimitReached = 'lines' | 'quantity' | 'total' | 'codes' | 'rewards';

/**
 * The limit of the books that a draft goes beyond, or null. The sum is a bound far inside what money arithmetic
 * holds, so that pricing a cart that fits can never fail.
 */
export function limitReached(draft: CartDraft): LimitReached | null {
  if (draft.lines.length > MOST_LINES) return 'lines';
  if (draft.presented.length > MOST_CODES) return 'codes';
  if (draft.rewardIds.length > MOST_REWARDS) return 'rewards';
  if (draft.lines.some((line) => line.quantityMilli > MOST_QUANTITY_MILLI)) return 'quantity';
  let boundMinor = sumOfGiftCards(draft.giftCards);
  for (const line of draft.lines) boundMinor += (line.unitPriceMinor / ONE) * line.quantityMilli;
  return boundMinor > MOST_TOTAL_MINOR ? 'total' : null;
}
