import type { CartDraft } from './cart-draft.ts';

/** The customer takes a reward, each once and after those taken before. Without a customer nobody takes any. */
export function takeReward(draft: CartDraft, rewardId: string): CartDraft {
  if (draft.customer === null || draft.rewardIds.includes(rewardId)) return draft;
  return { ...draft, rewardIds: [...draft.rewardIds, rewardId] };
}
