import { changeLine, type CartDraft } from './cart-draft.ts';

/** Writes a note on a line; an empty one takes it off. */
export function noteLine(draft: CartDraft, lineId: string, note: string): CartDraft {
  return changeLine(draft, lineId, ({ note: _, ...line }) => (note === '' ? line : { ...line, note }));
}
