export { PromotionsPage } from './promotions-page.tsx';
export { PromotionPage } from './promotion-page.tsx';
export { RewardsPage } from './rewards-page.tsx';
export { RewardPage } from './reward-page.tsx';
