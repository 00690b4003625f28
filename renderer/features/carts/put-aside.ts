import type { Settings } from '../../../shared/api/settings.ts';
import { saveCart } from '../../api/carts.ts';
import { withApprovals } from '../../app/approvals/index.ts';
import { screenId } from '../../app/screen-id.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { cartPriceNow } from '../../state/cart-price.ts';
import { cartSaveOf } from './kept-cart.ts';

/**
 * Puts the cart in hand aside under a name; its owner stays who began it. The next cart begins once the engine has it;
 * throws `ApiFailure`, and the cart stays in hand then.
 */
export async function putAside(name: string, settings: Settings): Promise<void> {
  const { orderId, draft } = useCart.getState();
  const as = { state: 'parked', name, screen: screenId() } as const;
  const body = cartSaveOf({ draft, taken: [], tipMinor: 0 }, cartPriceNow(settings), as);
  await withApprovals((approvalIds) => saveCart(orderId, { ...body, approvalIds: [...approvalIds] }));
  if (useCart.getState().orderId === orderId) cartActions.startNext();
}
