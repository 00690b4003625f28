import type { CartDraft } from './cart-draft.ts';

/** An approval that was given for something on this cart goes with its sale. */
export function keepApproval(draft: CartDraft, approvalId: string): CartDraft {
  return { ...draft, approvalIds: [...draft.approvalIds, approvalId] };
}
