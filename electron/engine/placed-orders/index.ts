export { type AccountOrder, type PlacedPayment } from './account-order.ts';
export { findOrder, orderExists } from './find-order.ts';
export { findPayment } from './find-payment.ts';
export { finishPayment } from './finish-payment.ts';
export { listOrdersOf } from './list-orders-of.ts';
export { mostTotalMinor, placeOrder } from './place-order.ts';
export { placedOrdersRoutes } from './placed-orders.routes.ts';
export { startPayment } from './start-payment.ts';
