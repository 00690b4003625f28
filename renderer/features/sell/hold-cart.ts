import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { usePayment } from '../pay/index.ts';
import { cartIsWhole } from './ring-up.ts';
import { sellView } from './sell-view.ts';

/** Asks for the name under which the cart is put on hold, once every scan is in it. */
export function holdCart(): void {
  whenNothingIsTaken(() => {
    if (!isEmptyDraft(useCart.getState().draft)) sellView.open('hold');
  });
}

/** Shows the carts that wait; the one in hand would be put on hold first. */
export function recallCart(): void {
  whenNothingIsTaken(() => sellView.open('recall'));
}

/** Money that was taken belongs to the cart in hand: it is given back, or the sale is finished, first. */
function whenNothingIsTaken(act: () => void): void {
  void cartIsWhole().then(() => {
    if (usePayment.getState().payment.taken.length > 0) sellView.tell({ kind: 'hold-unpaid' });
    else act();
  });
}
