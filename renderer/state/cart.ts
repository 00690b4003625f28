import { create } from 'zustand';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import { newId } from '../app/ids.ts';
import { cartIsBack, isCartAwaited } from './cart-return.ts';
import { addAdHoc, type AdHocItem } from './cart/add-ad-hoc.ts';
import { addLabel } from './cart/add-label.ts';
import { addProduct } from './cart/add-product.ts';
import { attachCustomer, detachCustomer } from './cart/attach-customer.ts';
import type { CartDraft, HandDiscount, LineLabel, PresentedPromotion } from './cart/cart-draft.ts';
import { changePrice } from './cart/change-price.ts';
import { discountLine } from './cart/discount-line.ts';
import { discountSale } from './cart/discount-sale.ts';
import { dropReward } from './cart/drop-reward.ts';
import { clearCart } from './cart/clear-cart.ts';
import { changeThroughout, goOn, startCart, undo, type CartState } from './cart/history.ts';
import { keepApproval } from './cart/keep-approval.ts';
import { limitReached, type LimitReached } from './cart/limit-reached.ts';
import { noteLine } from './cart/note-line.ts';
import { presentPromotion } from './cart/present-promotion.ts';
import { refreshProduct } from './cart/refresh-product.ts';
import { removeLine } from './cart/remove-line.ts';
import { moveSelection, selectLine } from './cart/select-line.ts';
import { dropGiftCard, sellGiftCard } from './cart/sell-gift-card.ts';
import { sellAsNew } from './cart/sell-as-new.ts';
import { setQuantity } from './cart/set-quantity.ts';
import { stepQuantity } from './cart/step-quantity.ts';
import { takeReward } from './cart/take-reward.ts';
import { withdrawPromotion } from './cart/withdraw-promotion.ts';
import { takeNewPrices, type PriceChange } from './cart/take-new-prices.ts';

/** The cart on the screen. It lives in memory: what must survive a crash is in the books once it is paid. */
export const useCart = create<CartState>(() => startCart(newId()));

let frozen = false;

/** While a sale is on its way into the books its cart stays as it was sent. */
export function freezeCart(isFrozen: boolean): void {
  frozen = isFrozen;
}

/**
 * Goes on with what the change makes of the draft, unless that is more than the books can hold. While a kept cart is
 * awaited, the change waits to be made to that one.
 */
function act(change: (draft: CartDraft) => CartDraft): LimitReached | null {
  if (frozen) return null;
  if (isCartAwaited()) {
    void cartIsBack().then(() => act(change));
    return null;
  }
  const state = useCart.getState();
  const next = change(state.draft);
  const limit = limitReached(next);
  if (limit === null) useCart.setState(goOn(state, next), true);
  return limit;
}

/** The user's actions on the cart. Those that can make it larger answer with the limit that stopped them, or null. */
export const cartActions = {
  add: (product: Product, quantityMilli: number) =>
    act((draft) => addProduct(draft, product, quantityMilli, newId())),
  addLabel: (product: Product, label: LineLabel & { quantityMilli: number }) =>
    act((draft) => addLabel(draft, product, label, newId())),
  addAdHoc: (item: AdHocItem) => act((draft) => addAdHoc(draft, item)),
  discountLine: (lineId: string, discount: HandDiscount | null): void => {
    act((draft) => discountLine(draft, lineId, discount));
  },
  discountSale: (discount: HandDiscount | null): void => {
    act((draft) => discountSale(draft, discount));
  },
  changePrice: (lineId: string, price: { unitPriceMinor: number; reason: string }) =>
    act((draft) => changePrice(draft, lineId, price)),
  noteLine: (lineId: string, note: string): void => {
    act((draft) => noteLine(draft, lineId, note));
  },
  /** Given in the books: no undo takes it back. */
  keepApproval: (approvalId: string) =>
    useCart.setState(
      changeThroughout(useCart.getState(), (draft) => keepApproval(draft, approvalId)),
      true,
    ),
  setQuantity: (lineId: string, quantityMilli: number) =>
    act((draft) => setQuantity(draft, lineId, quantityMilli)),
  step: (lineId: string, direction: 1 | -1) => act((draft) => stepQuantity(draft, lineId, direction)),
  remove: (lineId: string) => act((draft) => removeLine(draft, lineId)),
  select: (lineId: string) => act((draft) => selectLine(draft, lineId)),
  moveSelection: (direction: 1 | -1) => act((draft) => moveSelection(draft, direction)),
  attachCustomer: (customer: Customer) => act((draft) => attachCustomer(draft, customer)),
  detachCustomer: () => act(detachCustomer),
  presentPromotion: (promotion: PresentedPromotion) => act((draft) => presentPromotion(draft, promotion)),
  withdrawPromotion: (promotionId: string): void => {
    act((draft) => withdrawPromotion(draft, promotionId));
  },
  takeReward: (rewardId: string) => act((draft) => takeReward(draft, rewardId)),
  dropReward: (rewardId: string): void => {
    act((draft) => dropReward(draft, rewardId));
  },
  sellGiftCard: (amountMinor: number) => act((draft) => sellGiftCard(draft, amountMinor, newId())),
  dropGiftCard: (lineId: string): void => {
    act((draft) => dropGiftCard(draft, lineId));
  },
  clear: () => act(clearCart),
  undo: () => {
    if (!frozen) useCart.setState(undo(useCart.getState()), true);
  },
  takeNewPrices: (changes: readonly PriceChange[]) =>
    useCart.setState(
      changeThroughout(useCart.getState(), (draft) => takeNewPrices(draft, changes)),
      true,
    ),
  refreshProduct: (product: Product) =>
    useCart.setState(
      changeThroughout(useCart.getState(), (draft) => refreshProduct(draft, product)),
      true,
    ),
  /** A cart that was kept comes into this hand, as it was. */
  goOnWith: (orderId: string, draft: CartDraft) => {
    if (!frozen) useCart.setState({ orderId, draft, past: [] }, true);
  },
  /** The sale is in the books: the next customer's cart, with an id of its own. */
  startNext: () => useCart.setState(startCart(newId()), true),
  /** The books know this cart's id for another sale: the same cart goes on as a new one. */
  sellAsNew: () => useCart.setState(sellAsNew(useCart.getState(), newId), true),
};
