import { pointsEarned, type PointsRule } from './points.ts';

/**
 * The points that a purchase earns of which only the total is known: as `pointsEarned` for one line without a
 * multiplier of its own. Rounded down; none below or at nothing.
 */
export function pointsForTotal(totalMinor: number, rule: PointsRule, tierMultiplierPpm?: number): number {
  return pointsEarned({ totalMinor, lines: [{ totalMinor }] }, [{}], rule, { tierMultiplierPpm });
}
