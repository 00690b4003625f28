import type { Promotion } from '../../../shared/api/offers.ts';
import { useCart } from '../../state/cart.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';

/** The promotion whose coupon code was typed, whole and in any case, if one of those known has it. */
export function couponOf(typed: string): Promotion | undefined {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return undefined;
  const known = offersFor(useOffersState.getState(), useCart.getState().draft.customer);
  return known?.promotions.find(({ couponCode }) => couponCode?.toUpperCase() === wanted);
}
