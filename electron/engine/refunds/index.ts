export { refundsRoutes } from './refunds.routes.ts';
export { applyRefund } from './apply-refund.ts';
export { applyVoid } from './apply-void.ts';
