import type { Customer } from '../../../shared/api/customers.ts';
import type { CartDraft } from './cart-draft.ts';

/** Puts the customer on the sale, in place of any other. */
export function attachCustomer(draft: CartDraft, customer: Customer): CartDraft {
  return { ...draft, customer };
}

/** Takes the customer off the sale. */
export function detachCustomer(draft: CartDraft): CartDraft {
  return draft.customer === null ? draft : { ...draft, customer: null };
}
