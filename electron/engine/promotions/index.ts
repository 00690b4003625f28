export { activePromotionsFor } from './active-promotions.ts';
export { createPromotion } from './create-promotion.ts';
export { findPromotionByCode, findPromotionByScan, findPromotionByRowId } from './get-promotion.ts';
export { promotionsRoutes } from './promotions.routes.ts';
export { redeemPromotion, type Redeemed, type RedemptionWithoutSale } from './redeem-promotion.ts';
