import type { Customer } from '../../../shared/api/customers.ts';
import type { CartDraft } from './cart-draft.ts';

/** Puts the customer on the sale, in place of any other, whose rewards they do not take. */
export function attachCustomer(draft: CartDraft, customer: Customer): CartDraft {
  return draft.customer?.id === customer.id
    ? { ...draft, customer }
    : { ...draft, customer, rewardIds: noRewards(draft) };
}

/** Takes the customer off the sale, and the rewards with them. */
export function detachCustomer(draft: CartDraft): CartDraft {
  return draft.customer === null ? draft : { ...draft, customer: null, rewardIds: noRewards(draft) };
}

function noRewards({ rewardIds }: CartDraft): readonly string[] {
  return rewardIds.length === 0 ? rewardIds : [];
}
