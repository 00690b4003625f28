import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { saveCart } from '../../api/carts.ts';
import { withApprovals } from '../../app/approvals/index.ts';
import { screenId } from '../../app/screen-id.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import type { CartState } from '../../state/cart/history.ts';
import { cartPriceNow } from '../../state/cart-price.ts';
import { usePayment, type TakenTender } from '../pay/index.ts';
import { cartSaveOf } from './kept-cart.ts';

const retryMilliseconds = 2_000;

type Kept = { cart: CartState; taken: readonly TakenTender[]; tipMinor: number };

const current = (): Kept => {
  const { taken, tipMinor } = usePayment.getState().payment;
  return { cart: useCart.getState(), taken, tipMinor };
};

const isSame = (one: Kept, other: Kept) =>
  one.cart.orderId === other.cart.orderId &&
  one.cart.draft.lines === other.cart.draft.lines &&
  one.cart.draft === other.cart.draft &&
  one.taken === other.taken &&
  one.tipMinor === other.tipMinor;

/**
 * Keeps the cart in the engine at every change, so that no crash loses it: one request at a time, the newest state
 * wins, and selling never waits for it. `onTaken`: another screen has the cart now. Gives the way to stop.
 */
export function keepCart(settings: Settings, { onTaken }: { onTaken: () => void }): () => void {
  let saved = current();
  let isSaving = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = async ({ cart, taken, tipMinor }: Kept): Promise<void> => {
    const as = { state: 'in-hand', name: '', screen: screenId() } as const;
    const body = cartSaveOf({ draft: cart.draft, taken, tipMinor }, cartPriceNow(settings), as);
    await withApprovals((approvalIds) => saveCart(cart.orderId, { ...body, approvalIds: [...approvalIds] }));
  };

  /** False when it has to be tried again. */
  const settle = (thrown: unknown, wanted: Kept): boolean => {
    if (!isApiFailure(thrown)) throw thrown;
    if (thrown.code === 'cart-taken') {
      if (useCart.getState().orderId === wanted.cart.orderId) {
        cartActions.startNext();
        onTaken();
      }
      return true;
    }
    if (thrown.code === 'approval-needed') cartActions.undo();
    // What was sold meanwhile needs no keeping, and what the engine refuses it would refuse again.
    return thrown.status !== 0;
  };

  const run = async (): Promise<void> => {
    if (isSaving || isStopped) return;
    isSaving = true;
    clearTimeout(timer);
    try {
      for (let wanted = current(); !isSame(wanted, saved) && !isStopped; wanted = current()) {
        const isNew = wanted.cart.orderId !== saved.cart.orderId;
        // A new cart with nothing in it is not worth a request, nor is a sold one.
        if (!(isNew && isEmptyDraft(wanted.cart.draft))) {
          try {
            await save(wanted);
          } catch (thrown) {
            if (!settle(thrown, wanted)) {
              timer = setTimeout(() => void run(), retryMilliseconds);
              return;
            }
          }
        }
        saved = wanted;
      }
    } finally {
      isSaving = false;
    }
  };

  const wake = () => void run();
  const stops = [useCart.subscribe(wake), usePayment.subscribe(wake)];
  wake();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
