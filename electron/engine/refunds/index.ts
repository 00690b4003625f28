export { applyRefund } from './apply-refund.ts';
export { applyVoid } from './apply-void.ts';
export { listOverRefunds } from './list-over-refunds.ts';
export { refundsRoutes } from './refunds.routes.ts';
