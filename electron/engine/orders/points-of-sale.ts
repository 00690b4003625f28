import type { Settings } from '../../../shared/api/settings.ts';
import { pointsEarned } from '../../../shared/domain/points.ts';
import type { PointsFact } from '../../../shared/journal/kinds.ts';
import type { DecidedSale } from './decided-sale.ts';

type Sold = Pick<DecidedSale, 'orderId' | 'customer' | 'lines' | 'priced'>;

/** What a sale writes into its customer's ledger; nothing for a sale to nobody. */
export function pointsOfSale(settings: Settings, { orderId, customer, lines, priced }: Sold): PointsFact[] {
  if (customer === null) return [];
  const earned = pointsEarned(priced, lines, settings.points);
  if (earned === 0) return [];
  return [{ key: `sale:${orderId}`, kind: 'earned', points: earned, promotionId: null, rewardId: null }];
}
