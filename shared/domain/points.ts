import { isMinor, toMinor } from './money.ts';
import type { CartLine, PricedCart } from './price.ts';
import { fail, ok, type Result } from './result.ts';

/** `points` for every `amountMinor` paid. */
export type PointsRule = { amountMinor: number; points: number; enabled: boolean };

/** What a point is worth when it is paid with, and how many a payment takes at least. */
export type RedeemRule = { redeem: boolean; valueMinor: number; minimumPoints: number };

/** A step of the loyalty scheme, from so many points ever earned; its points are multiplied. */
export type Tier = { id: string; name: string; fromPoints: number; multiplierPpm: number };

/** An entry of a customer's ledger; `at` is its instant. */
export type LedgerEntry = {
  kind: 'earned' | 'redeemed' | 'expired' | 'adjusted' | 'bonus' | 'reversed';
  points: number;
  at: string;
};

const ONCE_PPM = 1_000_000;

/** One point for each 10.00 of a currency with two decimals. */
export const DEFAULT_POINTS_RULE: PointsRule = { amountMinor: 1000, points: 1, enabled: true };

/**
 * The points that a sale earns: what the customer pays for each line times the line's multiplier, added up, without
 * the part that is paid with points, times the tier's multiplier, rounded down once. Points pay for every line alike:
 * who pays a third of the total with them earns two thirds of the points. A sale that comes to nothing or less earns
 * none. `lines` are the cart's, in the same order. Bonus points of promotions come on top: `bonusPointsOf`.
 */
export function pointsEarned(
  priced: { totalMinor: number; lines: readonly { totalMinor: number }[] },
  lines: readonly Pick<CartLine, 'pointsMultiplierPpm'>[],
  rule: PointsRule,
  {
    tierMultiplierPpm = ONCE_PPM,
    paidWithPointsMinor = 0,
  }: { tierMultiplierPpm?: number | undefined; paidWithPointsMinor?: number | undefined } = {},
): number {
  if (!rule.enabled || rule.points <= 0 || rule.amountMinor <= 0) return 0;
  if (lines.length !== priced.lines.length) throw new RangeError('The lines are not those that were priced');
  let eligible = 0n;
  for (const [index, { totalMinor }] of priced.lines.entries()) {
    eligible += BigInt(totalMinor) * multiplier(lines[index]?.pointsMultiplierPpm ?? ONCE_PPM);
  }
  if (eligible <= 0n) return 0;
  let divisor = BigInt(rule.amountMinor) * BigInt(ONCE_PPM) * BigInt(ONCE_PPM);
  if (paidWithPointsMinor > 0) {
    if (paidWithPointsMinor >= priced.totalMinor) return 0;
    eligible *= BigInt(priced.totalMinor - paidWithPointsMinor);
    divisor *= BigInt(priced.totalMinor);
  }
  return toMinor((eligible * multiplier(tierMultiplierPpm) * BigInt(rule.points)) / divisor);
}

/** The bonus points of all promotions that were applied; none without a customer. */
export function bonusPointsOf({ promotions }: Pick<PricedCart, 'promotions'>): number {
  return promotions.reduce((sum, { bonusPoints }) => sum + bonusPoints, 0);
}

/**
 * A customer's tier: the one that was set by hand, as long as it exists, or else the highest that the points ever
 * earned reach; null when there is none. `tiers` may come in any order.
 */
export function tierOf<SomeTier extends Tier>(
  pointsEarnedEver: number,
  tierId: string | null,
  tiers: readonly SomeTier[],
): SomeTier | null {
  const byHand = tiers.find(({ id }) => id === tierId);
  if (byHand !== undefined) return byHand;
  let reached: SomeTier | null = null;
  for (const tier of tiers) {
    if (tier.fromPoints > pointsEarnedEver) continue;
    if (reached === null || tier.fromPoints >= reached.fromPoints) reached = tier;
  }
  return reached;
}

/** What so many points are worth. Throws RangeError when that is no amount. */
export function amountForPoints(points: number, { valueMinor }: Pick<RedeemRule, 'valueMinor'>): number {
  return toMinor(BigInt(points) * BigInt(valueMinor));
}

/** The whole number of points that an amount is, or null when it is none. */
export function pointsForAmount(
  amountMinor: number,
  { valueMinor }: Pick<RedeemRule, 'valueMinor'>,
): number | null {
  if (!isMinor(amountMinor) || amountMinor < 0 || valueMinor <= 0) return null;
  return amountMinor % valueMinor === 0 ? amountMinor / valueMinor : null;
}

/**
 * The most of a due amount that a customer can pay with points: whole points, no more than they have, and nothing when
 * that is fewer than a payment takes. `points` are those that rewards of the same sale leave.
 */
export function mostPayable(
  dueMinor: number,
  points: number,
  { redeem, valueMinor, minimumPoints }: RedeemRule,
): { points: number; amountMinor: number } {
  const nothing = { points: 0, amountMinor: 0 };
  if (!redeem || valueMinor <= 0 || dueMinor <= 0) return nothing;
  const payable = Math.min(points, (dueMinor - (dueMinor % valueMinor)) / valueMinor);
  if (payable <= 0 || payable < minimumPoints) return nothing;
  return { points: payable, amountMinor: payable * valueMinor };
}

/**
 * The points that a payment of `amountMinor` takes from a customer who has `points`. Failures: `tender-unavailable`
 * (points are not paid with here), `points-invalid` (no whole number of them, or fewer than a payment takes),
 * `points-short` (with `details.missingPoints`).
 */
export function pointsToPay(amountMinor: number, points: number, rule: RedeemRule): Result<number> {
  if (!rule.redeem) {
    return fail({
      code: 'tender-unavailable',
      message: 'Points cannot be paid with here. Choose another way.',
    });
  }
  const wanted = pointsForAmount(amountMinor, rule);
  if (wanted === null || wanted === 0) {
    return fail({ code: 'points-invalid', message: 'A payment with points is a whole number of points.' });
  }
  if (wanted < rule.minimumPoints) {
    const message = `A payment with points takes at least ${rule.minimumPoints} points.`;
    return fail({ code: 'points-invalid', message, details: { minimumPoints: rule.minimumPoints } });
  }
  if (wanted > points) {
    return fail({
      code: 'points-short',
      message: 'The customer does not have so many points.',
      details: { missingPoints: wanted - points },
    });
  }
  return ok(wanted);
}

/**
 * The points that were given before the cutoff and are not used: first in, first out. What was earned or given as a
 * bonus before it, less everything that was ever spent, expired or taken; points that a refund gave back were not
 * spent. Corrections that give points never expire. Never below 0. `cutoff`: an instant, or a date at its start.
 */
export function expiringPoints(entries: Iterable<LedgerEntry>, cutoff: string): number {
  let given = 0;
  let used = 0;
  for (const { kind, points, at } of entries) {
    if (kind === 'earned' || kind === 'bonus') {
      if (points < 0) used -= points;
      else if (at < cutoff) given += points;
    } else if (points < 0 || kind === 'reversed') used -= points;
  }
  return Math.max(given - Math.max(used, 0), 0);
}

/** Points of a sale, and how much of its total goes back now and went back before. */
export type Refund = {
  earned: number;
  spent: number;
  totalMinor: number;
  refundedBeforeMinor: number;
  refundNowMinor: number;
};

/**
 * The points that a refund takes back (`earned`) and gives back (`spent`), in proportion to the money. Worked out from
 * all that has gone back until now, so that refunds of any parts come to exactly all the points with the last one, and
 * never to more. A sale that cost nothing can only go back whole: all its points come at once, so ask once.
 */
export function pointsToReverse(refund: Refund): { earned: number; spent: number } {
  const { earned, spent, totalMinor, refundedBeforeMinor } = refund;
  if (totalMinor <= 0) return { earned, spent };
  const afterMinor = refundedBeforeMinor + refund.refundNowMinor;
  const upTo = (points: number, refundedMinor: number) => {
    const counted = Math.min(Math.max(refundedMinor, 0), totalMinor);
    return toMinor((BigInt(points) * BigInt(counted)) / BigInt(totalMinor));
  };
  return {
    earned: upTo(earned, afterMinor) - upTo(earned, refundedBeforeMinor),
    spent: upTo(spent, afterMinor) - upTo(spent, refundedBeforeMinor),
  };
}

/** The same day so many months before a date (`YYYY-MM-DD`), or the last day of a month that is too short. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const firstOfMonth = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(firstOfMonth.getUTCFullYear(), firstOfMonth.getUTCMonth() + 1, 0));
  firstOfMonth.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return firstOfMonth.toISOString().slice(0, 10);
}

function multiplier(ppm: number): bigint {
  if (!isMinor(ppm) || ppm < 0) throw new RangeError(`Not a multiplier: ${ppm}`);
  return BigInt(ppm);
}
