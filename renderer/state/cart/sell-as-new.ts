import type { CartDraft } from './cart-draft.ts';
import type { CartState } from './history.ts';

/**
 * The same cart as another sale: the books know its old id with other content. Its lines get new ids too, the same in
 * every draft that undo can bring back.
 */
export function sellAsNew(state: CartState, newId: () => string): CartState {
  const ids = new Map<string, string>();
  const renew = (lineId: string): string => {
    const known = ids.get(lineId) ?? newId();
    ids.set(lineId, known);
    return known;
  };
  const renewDraft = (draft: CartDraft): CartDraft => ({
    ...draft,
    lines: draft.lines.map((line) => ({ ...line, lineId: renew(line.lineId) })),
    giftCards: draft.giftCards.map((card) => ({ ...card, lineId: renew(card.lineId) })),
    selectedLineId: draft.selectedLineId === null ? null : renew(draft.selectedLineId),
  });
  return { orderId: newId(), draft: renewDraft(state.draft), past: state.past.map(renewDraft) };
}
