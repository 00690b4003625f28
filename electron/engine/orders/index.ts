export { commitOrder, type OrderCommitInput } from './commit-order.ts';
export { commitPlacedSale } from './commit-placed-sale.ts';
export { findOrderByReceipt } from './find-order-by-receipt.ts';
export { getOrder } from './get-order.ts';
export { nextReceiptNumber } from './next-receipt-number.ts';
export { takeExchange } from './take-exchange.ts';
export { takePublicId } from './order-statements.ts';
export { ordersRoutes } from './orders.routes.ts';
