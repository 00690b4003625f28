import { ONE } from '../../../shared/domain/quantity.ts';
import { lineOf, type CartDraft, type DraftLine } from './cart-draft.ts';
import { setQuantity } from './set-quantity.ts';

const TENTH = ONE / 10;

/** What one press of − or + changes: a piece, or 100 g of weighed goods. */
export function stepOf(line: DraftLine): number {
  return line.product.unit === 'kg' ? TENTH : ONE;
}

/** One step more or fewer; a step down from the last one removes the line. */
export function stepQuantity(draft: CartDraft, lineId: string, direction: 1 | -1): CartDraft {
  const line = lineOf(draft, lineId);
  if (line === undefined) return draft;
  return setQuantity(draft, lineId, line.quantityMilli + direction * stepOf(line));
}
