export { cartRewards } from './cart-rewards.ts';
export { createReward } from './create-reward.ts';
export { listOfferedRewards } from './offered-rewards.ts';
export { recordClaim } from './record-claim.ts';
export { rewardsRoutes } from './rewards.routes.ts';
export { undoClaims } from './undo-claims.ts';
export { rewardById } from './reward-statements.ts';
export { writeReward, writeRewardChange } from './write-reward.ts';
