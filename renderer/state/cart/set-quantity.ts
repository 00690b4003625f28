import type { CartDraft } from './cart-draft.ts';
import { removeLine } from './remove-line.ts';

/** Sets how much of a line there is, in thousandths; nothing or less removes it. */
export function setQuantity(draft: CartDraft, lineId: string, quantityMilli: number): CartDraft {
  if (quantityMilli <= 0) return removeLine(draft, lineId);
  return {
    ...draft,
    lines: draft.lines.map((line) =>
      line.lineId === lineId && line.quantityMilli !== quantityMilli ? { ...line, quantityMilli } : line,
    ),
    selectedLineId: lineId,
  };
}
