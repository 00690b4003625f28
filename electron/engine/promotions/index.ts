export { activePromotionsFor, usesOf } from './active-promotions.ts';
export { applyRedemption } from './apply-redemption.ts';
export { createPromotion } from './create-promotion.ts';
export { findPromotionByCode, findPromotionByScan } from './get-promotion.ts';
export { listOfferedPromotions } from './offered-promotions.ts';
export { promotionsRoutes } from './promotions.routes.ts';
export { recordRedemption } from './record-redemption.ts';
export { redeemPromotion, type Redeemed } from './redeem-promotion.ts';
export { undoRedemptions } from './undo-redemptions.ts';
