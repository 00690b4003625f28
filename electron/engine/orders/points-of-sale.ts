import type { Settings } from '../../../shared/api/settings.ts';
import { amountForPoints, pointsEarned, tierOf } from '../../../shared/domain/points.ts';
import type { PointsFact } from '../../../shared/journal/kinds.ts';
import type { DecidedSale } from './decided-sale.ts';

type Sold = Pick<DecidedSale, 'orderId' | 'customer' | 'lines' | 'priced'> & {
  /** How many points were paid with. */
  pointsPaid: number;
};

/**
 * What a sale writes into its customer's ledger, in this order: points for rewards, points paid with, points earned,
 * bonus points of promotions. Nothing for a sale to nobody.
 */
export function pointsOfSale(settings: Settings, sale: Sold): PointsFact[] {
  const { orderId, customer, priced, pointsPaid } = sale;
  if (customer === null) return [];
  const key = `sale:${orderId}`;
  const none = { promotionId: null, rewardId: null };
  const facts: PointsFact[] = [
    ...priced.rewards.map(({ rewardId, points }): PointsFact => ({
      ...none,
      key: `${key}:reward:${rewardId}`,
      kind: 'redeemed',
      points: 0 - points,
      rewardId,
    })),
    { ...none, key: `${key}:points`, kind: 'redeemed', points: 0 - pointsPaid },
    { ...none, key, kind: 'earned', points: earnedBy(settings, sale) },
    ...priced.promotions.map(({ promotionId, bonusPoints }): PointsFact => ({
      ...none,
      key: `${key}:bonus:${promotionId}`,
      kind: 'bonus',
      points: bonusPoints,
      promotionId,
    })),
  ];
  return facts.filter(({ points }) => points !== 0);
}

function earnedBy({ points: rule }: Settings, { customer, lines, priced, pointsPaid }: Sold): number {
  const tier = customer === null ? null : tierOf(customer.points_earned_ever, customer.tier_id, rule.tiers);
  return pointsEarned(priced, lines, rule, {
    tierMultiplierPpm: tier?.multiplierPpm,
    paidWithPointsMinor: amountForPoints(pointsPaid, rule),
  });
}
