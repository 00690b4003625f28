export { createReward } from './create-reward.ts';
export { rewardsRoutes } from './rewards.routes.ts';
