import { useEffectEvent, useLayoutEffect, useState } from 'react';
import type { CartSummary } from '../../../shared/api/carts.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchCarts } from '../../api/carts.ts';
import { answerScreens, isScreenAlive } from '../../app/live-screens.ts';
import { screenId } from '../../app/screen-id.ts';
import { useCart } from '../../state/cart.ts';
import { awaitCart, cartIsBack } from '../../state/cart-return.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { useAccount } from '../../state/session.ts';
import { showToast } from '../../ui/toast.tsx';
import { usePayment } from '../pay/index.ts';
import { keepCart } from './keep-cart.ts';
import { takeInHand } from './take-in-hand.ts';
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
  // Before anything can be pressed: what is done to the cart until then waits for it.
  useLayoutEffect(() => {
    let isOver = false;
    answerScreens();
    let stop = () => undefined as void;
    const isBack = awaitCart();
    const start = async () => {
      const others = await bringBack(accountId).finally(() => {
        if (!isOver) stop = begin();
        isBack();
      });
      await cartIsBack();
      const found = await findLeft(others);
      if (!isOver && isIdle()) setLeft(found);
    };
    void start();
    return () => {
      isOver = true;
      stop();
    };
  }, [accountId]);
  return { left, dismiss: () => setLeft(null) };
}

/** Brings back what this very screen had; gives what else this person has in hand when it had nothing. */
async function bringBack(accountId: string): Promise<CartSummary[]> {
  if (!isIdle()) return [];
  try {
    const inHand = (await fetchCarts()).filter(
      ({ state, owner }) => state === 'in-hand' && owner.id === accountId,
    );
    const own = inHand.find(({ heldBy }) => heldBy === screenId());
    if (!isIdle()) return [];
    if (own === undefined) return inHand;
    const taken = await takeInHand(own);
    if (taken.kind === 'unreadable') void tellTaken(own.name, taken);
    return [];
  } catch (thrown) {
    // The engine is away; the banner says so, and the cart waits in it.
    if (isApiFailure(thrown)) return [];
    throw thrown;
  }
}

/** What no screen shows any more. */
async function findLeft(inHand: readonly CartSummary[]): Promise<CartSummary | null> {
  for (const cart of inHand) {
    if (cart.heldBy === null || !(await isScreenAlive(cart.heldBy))) return cart;
  }
  return null;
}

/** Nothing is being rung up or paid here. */
function isIdle(): boolean {
  return isEmptyDraft(useCart.getState().draft) && usePayment.getState().payment.taken.length === 0;
}
