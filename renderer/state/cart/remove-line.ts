import type { CartDraft } from './cart-draft.ts';

/** Takes a line out. Was it selected, the one that moves into its place is, or else the new last one. */
export function removeLine(draft: CartDraft, lineId: string): CartDraft {
  const index = draft.lines.findIndex((line) => line.lineId === lineId);
  if (index === -1) return draft;
  const lines = draft.lines.toSpliced(index, 1);
  const next = lines[index] ?? lines.at(-1);
  const selectedLineId = draft.selectedLineId === lineId ? (next?.lineId ?? null) : draft.selectedLineId;
  return { ...draft, lines, selectedLineId };
}
