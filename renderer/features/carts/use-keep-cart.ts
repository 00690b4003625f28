import { useEffect, useEffectEvent, useState } from 'react';
import type { CartSummary } from '../../../shared/api/carts.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchCarts } from '../../api/carts.ts';
import { answerScreens, isScreenAlive } from '../../app/live-screens.ts';
import { screenId } from '../../app/screen-id.ts';
import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { useAccount } from '../../state/session.ts';
import { showToast } from '../../ui/toast.tsx';
import { usePayment } from '../pay/index.ts';
import { keepCart } from './keep-cart.ts';
import { showOfOther, takeInHand } from './take-in-hand.ts';
import { tellTaken } from './tell-taken.ts';
import { cartsTexts } from './texts.ts';

/**
 * Keeps the cart in hand in the engine, and brings back what a reload or a crash took from the screen: silently what
 * this very screen had, and as an offer what another of this person's screens left behind. Gives that cart, and the
 * way to be done with it.
 */
export function useKeepCart(settings: Settings): { left: CartSummary | null; dismiss: () => void } {
  const { id: accountId } = useAccount();
  const [left, setLeft] = useState<CartSummary | null>(null);
  const begin = useEffectEvent(() =>
    keepCart(settings, {
      onTaken: () =>
        showToast({
          tone: 'bad',
          title: cartsTexts.text('takenTitle'),
          description: cartsTexts.text('takenWhat'),
        }),
    }),
  );
  useEffect(() => {
    let isOver = false;
    answerScreens();
    let stop = () => undefined as void;
    void bringBack(accountId)
      .then((found) => {
        if (!isOver) setLeft(found);
      })
      .finally(() => {
        if (!isOver) stop = begin();
      });
    return () => {
      isOver = true;
      stop();
    };
  }, [accountId]);
  return { left, dismiss: () => setLeft(null) };
}

/** What this person rang up and no screen shows any more; null when there is nothing to ask. */
async function bringBack(accountId: string): Promise<CartSummary | null> {
  if (!isIdle()) return null;
  try {
    const inHand = (await fetchCarts()).filter(({ state }) => state === 'in-hand');
    const own = inHand.find(({ heldBy, owner }) => heldBy === screenId() && owner.id === accountId);
    if (!isIdle()) return null;
    if (own !== undefined) {
      const taken = await (own.owner.id === accountId ? takeInHand(own) : showOfOther(own));
      if (taken.kind === 'unreadable') void tellTaken(own.name, taken);
      return null;
    }
    for (const cart of inHand.filter(({ owner }) => owner.id === accountId)) {
      if (cart.heldBy === null || !(await isScreenAlive(cart.heldBy))) return isIdle() ? cart : null;
    }
    return null;
  } catch (thrown) {
    // The engine is away; the banner says so, and the cart waits in it.
    if (isApiFailure(thrown)) return null;
    throw thrown;
  }
}

/** Nothing is being rung up or paid here. */
function isIdle(): boolean {
  return isEmptyDraft(useCart.getState().draft) && usePayment.getState().payment.taken.length === 0;
}
