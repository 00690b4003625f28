import { toMinor } from './money.ts';
import type { PointsRule } from './points.ts';

const ONCE_PPM = 1_000_000;

/**
 * The points that a purchase earns of which only the total is known: as `pointsEarned` for one line without a
 * multiplier of its own. Rounded down; none below or at nothing.
 */
export function pointsForTotal(totalMinor: number, rule: PointsRule, tierMultiplierPpm = ONCE_PPM): number {
  if (!rule.enabled || rule.points <= 0 || rule.amountMinor <= 0 || totalMinor <= 0) return 0;
  const eligible = BigInt(totalMinor) * BigInt(tierMultiplierPpm) * BigInt(rule.points);
  return toMinor(eligible / (BigInt(rule.amountMinor) * BigInt(ONCE_PPM)));
}
