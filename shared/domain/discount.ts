import { addMinor, multiplyDivide, shareByLargestRemainder, type RoundingMode } from './money.ts';

/** `percentPpm`: parts per million, so 10 % is 100 000. */
export type Discount = { kind: 'percent'; percentPpm: number } | { kind: 'amount'; amountMinor: number };

const ALL_PPM = 1_000_000;

/**
 * What a discount takes off an amount: never less than nothing and never more than all of it. On a negative amount
 * (a return) it is negative, the mirror image of what the sale gave.
 */
export function discountOn(
  amountMinor: number,
  discount: Discount | undefined,
  rounding: RoundingMode,
): number {
  if (!discount || amountMinor === 0) return 0;
  if (discount.kind === 'percent') {
    const percentPpm = Math.min(Math.max(discount.percentPpm, 0), ALL_PPM);
    return multiplyDivide(amountMinor, percentPpm, ALL_PPM, rounding);
  }
  const size = Math.min(Math.max(discount.amountMinor, 0), Math.abs(amountMinor));
  return amountMinor < 0 ? 0 - addMinor(size) : addMinor(size);
}

/**
 * An order's discount, worked out once and shared over its lines by largest remainder. It falls on what is sold, not
 * on what comes back; a cart of nothing but returns gets its mirror image. No line crosses zero.
 */
export function shareOrderDiscount(
  amounts: readonly number[],
  discount: Discount | undefined,
  rounding: RoundingMode,
): number[] {
  if (!discount) return amounts.map(() => 0);
  const sold = amounts.map((amount) => Math.max(amount, 0));
  const returned = amounts.map((amount) => Math.max(0 - amount, 0));
  const soldMinor = addMinor(...sold);
  const weights = soldMinor > 0 ? sold : returned;
  const baseMinor = soldMinor > 0 ? soldMinor : 0 - addMinor(...returned);
  if (baseMinor === 0) return amounts.map(() => 0);
  return shareByLargestRemainder(discountOn(baseMinor, discount, rounding), weights);
}
