import { amountForPoints, mostPayable, pointsToPay, type RedeemRule } from '../../../shared/domain/points.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';

/** The shop's rule, and what the customer has left once the rewards of this sale are paid. */
export type PointsTerms = RedeemRule & { balance: number };

/** Points of this sale that were taken already, and what is left to pay. */
export type PointsSoFar = { taken: number; leftMinor: number };

/** The most points that can be used for what is left to pay, besides those that were taken. */
export function usablePoints(terms: PointsTerms, { taken, leftMinor }: PointsSoFar): number {
  return mostPayable(leftMinor, terms.balance - taken, ruleFor(terms, taken)).points;
}

/**
 * What a typed number of points pays, in minor units; nothing typed stands for all that can be used. Failures:
 * `points-invalid` and `points-short` of `pointsToPay`.
 */
export function readPoints(typed: string, terms: PointsTerms, soFar: PointsSoFar): Result<number> {
  const points = typed === '' ? usablePoints(terms, soFar) : Number(typed);
  if (!/^\d{0,9}$/.test(typed))
    return fail({ code: 'points-invalid', message: 'Write a whole number of points.' });
  const amountMinor = amountForPoints(points, terms);
  const paid = pointsToPay(amountMinor, terms.balance - soFar.taken, ruleFor(terms, soFar.taken));
  return paid.ok ? { ok: true, value: amountMinor } : paid;
}

/** The least that a payment takes holds for all the points of the sale together. */
function ruleFor({ redeem, valueMinor, minimumPoints }: PointsTerms, taken: number): RedeemRule {
  return { redeem, valueMinor, minimumPoints: taken > 0 ? 1 : minimumPoints };
}
