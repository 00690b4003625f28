export { awardPurchase, type OrderReference } from './award-purchase.ts';
export { findOrderOfCustomer, type OrderOfCustomer } from './find-order-of-customer.ts';
export { findScannedCustomer, type ScannedCustomer } from './find-scanned-customer.ts';
export { promotionTargets } from './promotion-targets.ts';
export { readDashboard } from './read-dashboard.ts';
export { type Dashboard } from './sum-dashboard.ts';
