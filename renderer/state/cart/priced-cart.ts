import type { DraftLine } from './cart-draft.ts';
import { priceDraft, type DraftSettings, type PricedDraft } from './price-draft.ts';

const known = new WeakMap<readonly DraftLine[], { settings: DraftSettings; priced: PricedDraft }>();

/** `priceDraft`, worked out once for the same lines and settings, however many parts of the screen ask. */
export function pricedCart(lines: readonly DraftLine[], settings: DraftSettings): PricedDraft {
  const before = known.get(lines);
  if (before?.settings === settings) return before.priced;
  const priced = priceDraft(lines, settings);
  known.set(lines, { settings, priced });
  return priced;
}
