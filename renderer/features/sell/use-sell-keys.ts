import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../app/use-action.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { paymentActions, usePayment } from '../pay/index.ts';
import { holdCart, recallCart } from './hold-cart.ts';
import { cartIsWhole } from './ring-up.ts';
import { sellView } from './sell-view.ts';

type SellKeys = { inputRef: RefObject<HTMLInputElement | null>; onExactCash: () => void };

/** Ties the keys of the sell screen to what they do; gives the way to the payment. */
export function useSellKeys({ inputRef, onExactCash }: SellKeys): () => void {
  const navigate = useNavigate();
  const pay = () => {
    // A scan that is still being looked up belongs to this sale.
    void cartIsWhole().then(() => {
      const isEmpty = isEmptyDraft(useCart.getState().draft);
      if (isEmpty && usePayment.getState().payment.taken.length === 0) return;
      sellView.hush();
      paymentActions.openPay();
    });
  };
  const withLine = (act: (lineId: string) => void) => () => {
    const { selectedLineId } = useCart.getState().draft;
    if (selectedLineId !== null) act(selectedLineId);
  };
  useAction('sell.search', () => {
    inputRef.current?.focus();
    inputRef.current?.select();
  });
  useAction('sell.hold', holdCart);
  useAction('sell.recall', recallCart);
  useAction('sell.customer', () => sellView.open('customer'));
  useAction(
    'sell.quantity',
    withLine(() => sellView.open('quantity')),
  );
  useAction('sell.discount', () => {
    if (useCart.getState().draft.lines.length > 0) sellView.open('discount');
  });
  useAction(
    'sell.line',
    withLine(() => sellView.open('line')),
  );
  useAction(
    'sell.price',
    withLine(() => sellView.open('price')),
  );
  useAction(
    'sell.note',
    withLine(() => sellView.open('note')),
  );
  useAction('sell.ad-hoc', () => sellView.open('ad-hoc'));
  useAction(
    'sell.one-more',
    withLine((lineId) => cartActions.step(lineId, 1)),
  );
  useAction(
    'sell.one-less',
    withLine((lineId) => cartActions.step(lineId, -1)),
  );
  useAction('sell.remove-line', withLine(cartActions.remove));
  useAction('sell.undo', cartActions.undo);
  useAction('sell.gift-card', () => sellView.open('gift-card'));
  useAction('sell.why', () => sellView.open('why'));
  useAction('sell.refund', () => void navigate('/refund'));
  useAction('sell.pay', pay);
  useAction('sell.exact-cash', onExactCash);
  return pay;
}
