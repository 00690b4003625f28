import { create } from 'zustand';
import type { ApiFailure } from '../../api/api-failure.ts';
import type { OrderCommit, OrderCommitted } from '../../../shared/api/orders.ts';
import type { Failure } from '../../../shared/domain/result.ts';
import { cartActions, freezeCart, useCart } from '../../state/cart.ts';
import { holdOffLock } from '../../state/lock-hold.ts';
import { exchangeActions } from '../../state/exchange.ts';
import { emptyPayment, withoutCustomers, type PaymentDraft } from './payment-draft.ts';

/**
 * How the storing of the sale stands. `unsure`: the engine did not answer, so the sale may be in the books or not; the
 * very same request tells. `refused`: it is not in the books.
 */
export type CommitState =
  | { state: 'idle' }
  | { state: 'storing' }
  | { state: 'unsure'; body: OrderCommit }
  | { state: 'refused'; failure: ApiFailure; body: OrderCommit };

export type PaymentState = {
  /** Where the cashier is with this sale. */
  step: 'cart' | 'pay' | 'done';
  payment: PaymentDraft;
  /** What is wrong with what was typed; `field` is `amount` or `reference`. */
  problem: Failure | null;
  commit: CommitState;
  /** A shift must be opened before the sale can be stored; then this goes on. */
  afterShift: (() => void) | null;
  /** The sale that was stored last, while it is shown. */
  done: OrderCommitted | null;
  /** The sale before this cart: its change is still being counted when the next product is scanned. */
  last: Pick<OrderCommitted['order'], 'id' | 'receiptNumber' | 'changeMinor'> | null;
};

const nothingTaken = {
  payment: emptyPayment,
  problem: null,
  commit: { state: 'idle' },
  afterShift: null,
} as const satisfies Partial<PaymentState>;

/** The payment under way. What was taken stays here until the sale is stored or it is given back by hand. */
export const usePayment = create<PaymentState>(() => ({
  step: 'cart',
  ...nothingTaken,
  done: null,
  last: null,
}));

export const paymentActions = {
  openPay: () => usePayment.setState({ step: 'pay', problem: null, done: null, last: null }),
  backToCart: () => usePayment.setState({ step: 'cart', problem: null }),
  /** The done screen is read: the next cart. */
  next: () => {
    exchangeActions.forget();
    usePayment.setState({ step: 'cart', done: null });
  },
  change: (change: Partial<PaymentDraft>) =>
    usePayment.setState(({ payment }) => ({ payment: { ...payment, ...change }, problem: null })),
  replace: (payment: PaymentDraft) => usePayment.setState({ payment, problem: null }),
  refuseEntry: (problem: Failure) => usePayment.setState({ problem }),
  forget: () => usePayment.setState(nothingTaken),
  setCommit: (commit: CommitState) => {
    freezeCart(commit.state === 'storing' || commit.state === 'unsure');
    usePayment.setState({ commit });
  },
  askForShift: (afterShift: () => void) => usePayment.setState({ afterShift }),
  dropShiftQuestion: () => usePayment.setState({ afterShift: null }),
  /** The sale is in the books: the next cart begins. */
  finish: (done: OrderCommitted) => {
    freezeCart(false);
    cartActions.startNext();
    usePayment.setState({ step: 'done', ...nothingTaken, done, last: done.order });
  },
};

useCart.subscribe((now, before) => {
  // Points that were taken for this sale are those of the customer who was on it.
  if (now.draft.customer?.id === before.draft.customer?.id) return;
  usePayment.setState(({ payment }) => ({ payment: withoutCustomers(payment) }));
});

usePayment.subscribe(({ step, payment, commit }) =>
  holdOffLock('payment', step === 'pay' || payment.taken.length > 0 || commit.state !== 'idle'),
);

/** Whether a sale is on its way into the books, so that the cart must not change under it. */
export function isStoring(): boolean {
  const { state } = usePayment.getState().commit;
  return state === 'storing' || state === 'unsure';
}
