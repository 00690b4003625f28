import type { CartDraft } from './cart-draft.ts';

/** The customer keeps the points after all. */
export function dropReward(draft: CartDraft, rewardId: string): CartDraft {
  if (!draft.rewardIds.includes(rewardId)) return draft;
  return { ...draft, rewardIds: draft.rewardIds.filter((id) => id !== rewardId) };
}
