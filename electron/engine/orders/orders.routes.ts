import { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import { id } from '../../../shared/api/common.ts';
import { order, orderCommit, orderCommitted, orderPage, orderQuery } from '../../../shared/api/orders.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { commitOrder } from './commit-order.ts';
import { getOrder } from './get-order.ts';

const tag = 'Orders';

export const ordersRoutes = [
  defineRoute({
    method: 'post',
    path: '/orders',
    tag,
    summary: 'Takes a sale into the books; the same id and content again gives the same answer',
    access: 'sell',
    body: orderCommit,
    status: 201,
    answer: orderCommitted,
    handle: async (context, { body, actor }) => {
      const committed = await commitOrder(context, body, actor);
      if (!committed.ok) return committed;
      return ok(reply({ value: committed.value, status: committed.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/orders',
    tag,
    summary: 'Sales, newest first',
    access: 'orders.view',
    query: orderQuery,
    answer: orderPage,
    handle: async (context, { query }) => ok(await context.readInWorker('listOrders', query)),
  }),
  defineRoute({
    method: 'get',
    path: '/orders/{id}',
    tag,
    summary: 'One sale, whole',
    access: 'orders.view',
    params: z.object({ id }),
    answer: order,
    handle: (context, { params }) => {
      const found = getOrder(context.read, params.id);
      return found === null ? fail(failure('order-unknown')) : ok(found);
    },
  }),
];
