import type { CartLine, PricedCart } from './price.ts';

export type PointsRule = { amountMinor: number; points: number; enabled: boolean };
export type PointsEntry = { points: number };

export function pointsEarned(priced: PricedCart, lines: readonly CartLine[], rule: PointsRule): number {
  throw new Error(`not written yet: ${priced.totalMinor}${lines.length}${rule.points}`);
}
export function pointsBalance(entries: readonly PointsEntry[]): number {
  throw new Error(`not written yet: ${entries.length}`);
}
