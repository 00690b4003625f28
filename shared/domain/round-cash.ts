import { isMinor } from './money.ts';

/** `stepMinor`: the smallest coin; `tie`: where an amount in the very middle goes (`up` is away from zero). */
export type CashRounding = { stepMinor: number; tie: 'up' | 'down' | 'even' };

/** The nearest amount that coins can make. Throws RangeError for a step below one, or an amount out of range. */
export function roundCash(amountMinor: number, { stepMinor, tie }: CashRounding): number {
  if (!isMinor(amountMinor) || !isMinor(stepMinor) || stepMinor < 1) {
    throw new RangeError(`Cannot round ${amountMinor} to steps of ${stepMinor}`);
  }
  const size = Math.abs(amountMinor);
  const over = size % stepMinor;
  const below = size - over;
  const upOnTie = tie === 'up' || (tie === 'even' && (below / stepMinor) % 2 === 1);
  const up = over * 2 > stepMinor || (over * 2 === stepMinor && upOnTie);
  const rounded = up ? below + stepMinor : below;
  if (!isMinor(rounded)) throw new RangeError(`Too large for an amount of money: ${amountMinor}`);
  return amountMinor < 0 ? 0 - rounded : rounded;
}
