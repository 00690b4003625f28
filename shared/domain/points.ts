import { isMinor, toMinor } from './money.ts';
import type { CartLine, PricedCart } from './price.ts';

/** `points` for every `amountMinor` paid. */
export type PointsRule = { amountMinor: number; points: number; enabled: boolean };

const ONCE_PPM = 1_000_000;

/** One point for each 10.00 of a currency with two decimals. */
export const DEFAULT_POINTS_RULE: PointsRule = { amountMinor: 1000, points: 1, enabled: true };

/**
 * The points that a sale earns: what the customer pays for each line times the line's multiplier, added up, and
 * rounded down once. A sale that comes to nothing or less earns none. `lines` are the cart's, in the same order.
 */
export function pointsEarned(priced: PricedCart, lines: readonly CartLine[], rule: PointsRule): number {
  if (!rule.enabled || rule.points <= 0 || rule.amountMinor <= 0) return 0;
  if (lines.length !== priced.lines.length) throw new RangeError('The lines are not those that were priced');
  let eligible = 0n;
  for (const [index, { totalMinor }] of priced.lines.entries()) {
    const multiplierPpm = lines[index]?.pointsMultiplierPpm ?? ONCE_PPM;
    if (!isMinor(multiplierPpm) || multiplierPpm < 0)
      throw new RangeError(`Not a multiplier: ${multiplierPpm}`);
    eligible += BigInt(totalMinor) * BigInt(multiplierPpm);
  }
  if (eligible <= 0n) return 0;
  return toMinor((eligible * BigInt(rule.points)) / (BigInt(rule.amountMinor) * BigInt(ONCE_PPM)));
}
