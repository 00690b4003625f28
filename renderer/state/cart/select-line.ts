import type { CartDraft } from './cart-draft.ts';

/** Selects a line that is there. */
export function selectLine(draft: CartDraft, lineId: string): CartDraft {
  if (draft.selectedLineId === lineId || !draft.lines.some((line) => line.lineId === lineId)) return draft;
  return { ...draft, selectedLineId: lineId };
}

/** Moves the selection up (-1) or down (1) and stops at the ends; with none selected it takes the last line. */
export function moveSelection(draft: CartDraft, direction: 1 | -1): CartDraft {
  const index = draft.lines.findIndex((line) => line.lineId === draft.selectedLineId);
  const wanted = index === -1 ? draft.lines.length - 1 : index + direction;
  const line = draft.lines[Math.min(Math.max(wanted, 0), draft.lines.length - 1)];
  return line === undefined ? draft : selectLine(draft, line.lineId);
}
