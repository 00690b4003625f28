import type { Reward } from '../../../shared/api/offers.ts';
import type { Reward as CartReward } from '../../../shared/domain/offers.ts';
import type { RewardBody } from '../../../shared/journal/kinds.ts';
import type { RewardRow, StoredReward } from './reward-statements.ts';

/** Everything of a reward that its owner decides. */
export type RewardFields = Omit<RewardBody, 'rewardId'>;

/** A stored reward as the journal tells it; its stock as it is now. */
export function rewardBodyOf(row: RewardRow): RewardBody {
  return {
    rewardId: row.id,
    title: row.title,
    description: row.description,
    points: row.points,
    effect: JSON.parse(row.effect) as Reward['effect'],
    stock: row.stock,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    limitPerCustomer: row.limit_per_customer,
    isActive: row.is_active === 1,
  };
}

/** A stored reward as the API tells it. */
export function rewardOf(row: RewardRow): Reward {
  const { rewardId: id, ...body } = rewardBodyOf(row);
  return {
    id,
    ...body,
    usedInTotal: row.claimed_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** A stored reward as the price function takes it. */
export function cartRewardOf(row: RewardRow, usedByCustomer: number): CartReward {
  const { rewardId: id, description: _, ...body } = rewardBodyOf(row);
  return { id, ...body, usedByCustomer };
}

/** What of a reward is stored, from what its owner decided. */
export function storedRewardOf(fields: RewardFields, at: string): StoredReward {
  return {
    title: fields.title,
    description: fields.description,
    points: fields.points,
    effect: JSON.stringify(fields.effect),
    stock: fields.stock,
    validFrom: fields.validFrom,
    validUntil: fields.validUntil,
    limitPerCustomer: fields.limitPerCustomer,
    isActive: fields.isActive ? 1 : 0,
    at,
  };
}
