import { useEffect, useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { takeCart, useRefreshCarts } from '../../api/carts.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { screenId } from '../../app/screen-id.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { giveCartTo, useCartOwner, type CartOwner } from '../../state/cart-owner.ts';
import { useAccount } from '../../state/session.ts';
import { showToast } from '../../ui/toast.tsx';
import { paymentActions, usePayment } from '../pay/index.ts';
import { handOverTexts } from './hand-over-texts.ts';
import { useDefaultName } from './hold-dialog.tsx';
import { putAside } from './put-aside.ts';

/**
 * Whose cart is on the screen, where that is not who is signed in. What they only looked somebody up for is put away
 * without a word: nobody sells to the customer of another.
 */
export function useOtherOwner(itemCount: number): CartOwner | null {
  const account = useAccount();
  const owner = useCartOwner((state) => state.owner);
  const hasTaken = usePayment((state) => state.payment.taken.length > 0);
  const isIdle = usePayment((state) => state.commit.state === 'idle');
  const other = owner !== null && owner.id !== account.id && isIdle ? owner : null;
  const isWorthAsking = itemCount > 0 || hasTaken;
  useEffect(() => {
    if (other !== null && !isWorthAsking) cartActions.startNext();
  }, [other, isWorthAsking]);
  return isWorthAsking ? other : null;
}

/** The two ways to settle whose cart it is. */
export function useHandOver(owner: CartOwner, settings: Settings) {
  const account = useAccount();
  const name = useDefaultName();
  const refresh = useRefreshCarts();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const settle = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      await work();
      refresh();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return {
    failure,
    isBusy,
    putAside: () =>
      void settle(async () => {
        await putAside(name, settings);
        paymentActions.backToCart();
        showToast({
          tone: 'good',
          title: handOverTexts.text('isAside', { owner: owner.displayName }),
          description: handOverTexts.text('isAsideWhat', { key: keyLabelOf('sell.recall') }),
        });
      }),
    takeOver: () =>
      void settle(async () => {
        await takeFromOwner();
        giveCartTo(account);
      }),
  };
}

/** What the engine does not know of yet becomes theirs who tells it first. */
async function takeFromOwner(): Promise<void> {
  try {
    await takeCart(useCart.getState().orderId, { screen: screenId(), heldBy: screenId() });
  } catch (thrown) {
    if (!isApiFailure(thrown, 'cart-unknown')) throw thrown;
  }
}
