import { changeLine, type CartDraft, type HandDiscount } from './cart-draft.ts';

/** Takes something off a line by hand, in place of what was taken off before; null takes nothing off. */
export function discountLine(draft: CartDraft, lineId: string, discount: HandDiscount | null): CartDraft {
  return changeLine(draft, lineId, ({ discount: before, ...line }) =>
    discount === null ? line : { ...line, discount },
  );
}
