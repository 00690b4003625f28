import type { EntryBodies, PromotionBody, RewardBody } from '../../../../shared/journal/kinds.ts';
import { promotionById, writePromotion, writePromotionChange } from '../../promotions/index.ts';
import { rewardById, writeReward, writeRewardChange } from '../../rewards/index.ts';
import type { Apply } from './types.ts';
import { isEmpty, knownFields, winChanges } from './win.ts';

export const promotionCreated: Apply = (context, tx, { body, at }) => {
  const { promotion } = body as EntryBodies['promotion.created'];
  if (tx.first(promotionById, { id: promotion.promotionId }) !== undefined) return 'no-effect';
  writePromotion(context, tx, promotion, at);
  return 'applied';
};

const promotionFields = [
  'title',
  'description',
  'effect',
  'scope',
  'audience',
  'needsCode',
  'couponCode',
  'validFrom',
  'validUntil',
  'hours',
  'minimumSpendMinor',
  'bonusPoints',
  'combines',
  'priority',
  'limitPerCustomer',
  'limitTotal',
  'isActive',
] as const;

export const promotionChanged: Apply = (context, tx, entry) => {
  const { promotionId: id, changes } = entry.body as EntryBodies['promotion.changed'];
  const before = tx.first(promotionById, { id });
  if (before === undefined) return 'waits';
  const known = knownFields(changes, promotionFields);
  const won = winChanges(tx, entry, { entity: 'promotion', id }, known);
  if (isEmpty(won)) return 'no-effect';
  writePromotionChange(context, tx, before, won as Partial<PromotionBody>, entry.at);
  return 'applied';
};

export const rewardCreated: Apply = (_context, tx, { body, at }) => {
  const { reward } = body as EntryBodies['reward.created'];
  if (tx.first(rewardById, { id: reward.rewardId }) !== undefined) return 'no-effect';
  writeReward(tx, reward, at);
  return 'applied';
};

const rewardFields = [
  'title',
  'description',
  'points',
  'effect',
  'stock',
  'validFrom',
  'validUntil',
  'limitPerCustomer',
  'isActive',
] as const;

export const rewardChanged: Apply = (_context, tx, entry) => {
  const { rewardId: id, changes, claimed } = entry.body as EntryBodies['reward.changed'];
  const before = tx.first(rewardById, { id });
  if (before === undefined) return 'waits';
  const known = knownFields(changes, rewardFields);
  const won = winChanges(tx, entry, { entity: 'reward', id }, known) as Partial<RewardBody>;
  if (isEmpty(won)) return 'no-effect';
  // What was claimed since the stock was counted is taken off it, whichever was heard of first.
  const claimedSince = before.claimed_count - (claimed ?? before.claimed_count);
  const stock = typeof won.stock === 'number' ? { stock: won.stock - claimedSince } : {};
  writeRewardChange(tx, before, { ...won, ...stock }, entry.at);
  return 'applied';
};
