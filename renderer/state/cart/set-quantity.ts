import { changeLine, lineOf, type CartDraft } from './cart-draft.ts';
import { removeLine } from './remove-line.ts';
import { selectLine } from './select-line.ts';

/** Sets how much of a line there is, in thousandths; nothing or less removes it. What a label says counts no longer. */
export function setQuantity(draft: CartDraft, lineId: string, quantityMilli: number): CartDraft {
  if (quantityMilli <= 0) return removeLine(draft, lineId);
  const line = lineOf(draft, lineId);
  if (line === undefined || line.quantityMilli === quantityMilli) return selectLine(draft, lineId);
  return changeLine(draft, lineId, ({ label: _, ...rest }) => ({ ...rest, quantityMilli }));
}
