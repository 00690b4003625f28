export { awardByHand } from './award-by-hand.ts';
export { awardPurchase, type OrderReference } from './award-purchase.ts';
export { findCustomerLogin, type CustomerLogin } from './find-customer-login.ts';
export { findScannedCustomer, type ScannedCustomer } from './find-scanned-customer.ts';
export { promotionTargets } from './promotion-targets.ts';
export { readDashboard } from './read-dashboard.ts';
export { redeemAtCounter, type RedeemedAtCounter } from './redeem-at-counter.ts';
export { type Dashboard } from './sum-dashboard.ts';
