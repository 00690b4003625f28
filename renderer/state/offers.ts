import { create } from 'zustand';
import type { Customer } from '../../shared/api/customers.ts';
import type { OffersAnswer } from '../../shared/api/offers.ts';
import { nowMilliseconds } from '../app/clock.ts';

export type OffersState = {
  /** What the engine said last, by the customer it was asked for; `null` for nobody. */
  answers: ReadonlyMap<string | null, OffersAnswer>;
  /** The instant for which the cart is priced: offers that are on then count. */
  pricedAt: string;
};

const MOST_CUSTOMERS = 20;

const instantNow = () => new Date(nowMilliseconds()).toISOString();

/** The offers as they were told last, so that pricing a cart waits for nothing. */
export const useOffersState = create<OffersState>(() => ({ answers: new Map(), pricedAt: instantNow() }));

/** Keeps an answer of the engine. */
export function keepOffers(customerId: string | null, answer: OffersAnswer): void {
  useOffersState.setState(({ answers }) => {
    const others = [...answers].filter(([id]) => id !== customerId);
    const kept = others
      .filter(([id]) => id === null)
      .concat(others.filter(([id]) => id !== null).slice(-MOST_CUSTOMERS));
    return { answers: new Map([...kept, [customerId, answer]]) };
  });
}

/** The cart is priced for now from here on. */
export function priceForNow(): void {
  useOffersState.setState({ pricedAt: instantNow() });
}

let last: { general: OffersAnswer; customer: Customer; answer: OffersAnswer } | null = null;

/**
 * The offers for who buys. Until the engine has answered for a customer, those for nobody with what is known of the
 * customer: nothing at the counter waits. Null before the first answer.
 */
export function offersFor({ answers }: OffersState, customer: Customer | null): OffersAnswer | null {
  const own = answers.get(customer?.id ?? null);
  if (own !== undefined) return own;
  const general = answers.get(null);
  if (customer === null || general === undefined) return null;
  if (last?.general === general && last.customer === customer) return last.answer;
  const { id, tierId, pointsBalance } = customer;
  const standing = {
    id,
    tierId,
    tierName: null,
    multiplierPpm: 1_000_000,
    pointsBalance,
    spendablePoints: pointsBalance,
  };
  const answer = { ...general, customer: { ...standing, expiringPoints: 0, expiringOn: null } };
  last = { general, customer, answer };
  return answer;
}

/** The points of who buys, as told last; null for nobody. */
export function balanceOf(state: OffersState, customer: Customer | null): number | null {
  if (customer === null) return null;
  return offersFor(state, customer)?.customer?.pointsBalance ?? customer.pointsBalance;
}

/** So many of them may be spent now: fewer while the cloud cannot be asked. */
export function spendableOf(state: OffersState, customer: Customer | null): number | null {
  if (customer === null) return null;
  return offersFor(state, customer)?.customer?.spendablePoints ?? customer.pointsBalance;
}
