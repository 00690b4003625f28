import { placedOrderPage, placedOrderQuery } from '../../../shared/api/placed-orders.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';

export const placedOrdersRoutes = [
  defineRoute({
    method: 'get',
    path: '/placed-orders',
    tag: 'Orders',
    summary: 'Orders of the web that are not paid in full, newest first, with their payments',
    access: 'orders.view',
    query: placedOrderQuery,
    answer: placedOrderPage,
    handle: async (context, { query }) => ok(await context.readInWorker('listUnpaidOrders', query)),
  }),
];
