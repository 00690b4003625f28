import type { CartState } from '../../state/cart/history.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import type { Notice } from './sell-view.ts';

/**
 * What a change of the cart by hand is told as, in place of a notice that is no longer true; `hush` when another cart
 * begins. Null for what is not worth a word, or is told by whoever did it.
 */
export function noticeOfChange(before: CartState, after: CartState): Notice | 'hush' | null {
  if (after.orderId !== before.orderId) return 'hush';
  const [was, is] = [before.draft, after.draft];
  if (is === was || after.past.length === before.past.length) return null;
  if (after.past.length < before.past.length) return { kind: 'undone' };
  if (was.lines.length > 1 && is.lines.length === 0) return { kind: 'cleared' };
  const gone = was.lines.find((line) => !is.lines.some(({ lineId }) => lineId === line.lineId));
  if (gone !== undefined) return { kind: 'removed', name: gone.product.name };
  const changed = is.lines.find((line) => quantityBefore(was.lines, line) !== line.quantityMilli);
  if (changed !== undefined) {
    const { product, quantityMilli } = changed;
    return { kind: 'quantity', name: product.name, unit: product.unit, quantityMilli };
  }
  if (was.customer !== null && is.customer === null) return { kind: 'customer-off', name: was.customer.name };
  const dropped = was.presented.find((promotion) => !is.presented.includes(promotion));
  return dropped === undefined ? null : { kind: 'taken-off', title: dropped.title };
}

function quantityBefore(lines: readonly DraftLine[], { lineId }: DraftLine): number | undefined {
  return lines.find((line) => line.lineId === lineId)?.quantityMilli;
}
