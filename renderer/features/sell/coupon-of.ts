import type { Promotion } from '../../../shared/api/offers.ts';
import { useOffersState } from '../../state/offers.ts';

/** The promotion whose coupon code was typed, whole and in any case, if one of those known has it. */
export function couponOf(typed: string): Promotion | undefined {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return undefined;
  const known = useOffersState.getState().answers.get(null)?.promotions ?? [];
  return known.find(({ couponCode }) => couponCode?.toUpperCase() === wanted);
}
