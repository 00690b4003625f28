import { create } from 'zustand';
import type { Refund, RefundCommit } from '../../shared/api/refunds.ts';
import type { MovedMoney } from '../../shared/domain/refund-payout.ts';
import { useCart } from './cart.ts';
import { isEmptyDraft } from './cart/cart-draft.ts';
import { useSession } from './session.ts';

/** `as-paid`: back to the tenders of the sale, each at most what is left of it. */
export type PayoutWay = 'as-paid' | 'cash' | 'store-credit';

/** `references`: what the terminal or the app gave, by kind of tender. */
export type PayoutChosen = { way: PayoutWay; references: Readonly<Record<string, string>> };

/** Goods that came back and pay for the cart under way; nothing is in the books until that is paid. */
export type Exchange = {
  /** The receipt that they came with. */
  receiptNumber: string;
  /** What of the money may go into the cart; what came as points goes back as points. */
  mostMinor: number;
  ways: readonly PayoutWay[];
  chosen: PayoutChosen;
  /** The same with what is left over paid out another way. */
  choose: (chosen: Partial<PayoutChosen>) => Exchange;
  /** How what is left over is paid out when so much of it pays for the cart. */
  paidOut: (exchangeMinor: number) => MovedMoney[];
  /** Whether money goes back to a card or an app that has not given its reference yet. */
  isReferenceMissing: (exchangeMinor: number) => boolean;
  /** The refund's request when so much of it pays for the cart. */
  bodyFor: (exchangeMinor: number) => RefundCommit;
};

type ExchangeState = {
  exchange: Exchange | null;
  /** The refund of the exchange that was stored last, for what is still to be paid out. */
  done: Refund | null;
};

export const useExchange = create<ExchangeState>(() => ({ exchange: null, done: null }));

export const exchangeActions = {
  begin: (exchange: Exchange) => useExchange.setState({ exchange, done: null }),
  choose: (chosen: Partial<PayoutChosen>) =>
    useExchange.setState(({ exchange }) => ({ exchange: exchange?.choose(chosen) ?? null })),
  drop: () => useExchange.setState({ exchange: null }),
  finish: (done: Refund) => useExchange.setState({ exchange: null, done }),
  forget: () => useExchange.setState({ done: null }),
};

// It pays for the cart that it was begun with, by whoever began it: never for that of the next customer.
useCart.subscribe((now, before) => {
  if (now.orderId !== before.orderId && !isEmptyDraft(before.draft)) exchangeActions.drop();
});
useSession.subscribe(({ account, lastAccount }, before) => {
  if (account !== null && lastAccount?.id !== before.lastAccount?.id) exchangeActions.drop();
});

/** How much of a cart of this total is paid by what came back. */
export function exchangedOf(exchange: Exchange | null, totalMinor: number): number {
  return exchange === null ? 0 : Math.min(exchange.mostMinor, totalMinor);
}

/** What goes to the customer beside a cart of this total. */
export function paidOutOf(exchange: Exchange | null, totalMinor: number): number {
  const payouts = exchange?.paidOut(exchangedOf(exchange, totalMinor)) ?? [];
  return payouts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
