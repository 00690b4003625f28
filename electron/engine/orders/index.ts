export { commitOrder, type OrderCommitInput } from './commit-order.ts';
export { findOrderByReceipt } from './find-order-by-receipt.ts';
export { getOrder } from './get-order.ts';
export { ordersRoutes } from './orders.routes.ts';
