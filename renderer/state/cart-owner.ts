import { create } from 'zustand';
import type { Me } from '../../shared/api/people.ts';
import { useCart } from './cart.ts';
import type { CartDraft } from './cart/cart-draft.ts';
import { useSession } from './session.ts';

export type CartOwner = Pick<Me, 'id' | 'displayName'>;

/** Who began the cart on the screen; null while there is nothing in it. */
export const useCartOwner = create<{ owner: CartOwner | null }>(() => ({ owner: null }));

/** The cart on the screen is this person's from now on. */
export function giveCartTo({ id, displayName }: CartOwner): void {
  useCartOwner.setState({ owner: { id, displayName } });
}

function hasContent(draft: CartDraft): boolean {
  return Object.values(draft).some((part) => (Array.isArray(part) ? part.length > 0 : part !== null));
}

useCart.subscribe((now, before) => {
  if (!hasContent(now.draft)) return useCartOwner.setState({ owner: null });
  if (now.orderId === before.orderId && hasContent(before.draft)) return;
  const { account } = useSession.getState();
  if (account !== null) giveCartTo(account);
});
