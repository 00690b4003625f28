import { z } from 'zod';
import { id, page } from '../../../shared/api/common.ts';
import {
  customer,
  customerChange,
  customerCreate,
  customerPage,
  customerQuery,
} from '../../../shared/api/customers.ts';
import { orderPage } from '../../../shared/api/orders.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { getCustomer } from './get-customer.ts';
import { findCustomers } from './find-customers.ts';

const tag = 'Customers';
const params = z.object({ id });

export const customersRoutes = [
  defineRoute({
    method: 'get',
    path: '/customers',
    tag,
    summary: 'Customers; found by code, QR, card, phone in any spelling, e-mail or part of the name',
    access: 'customers.view',
    query: customerQuery,
    answer: customerPage,
    handle: (context, { query }) => findCustomers(context, query),
  }),
  defineRoute({
    method: 'post',
    path: '/customers',
    tag,
    summary: 'Makes a customer with the next code; the same id again gives the same customer',
    access: 'customers.edit',
    body: customerCreate,
    status: 201,
    answer: customer,
    handle: async (context, { body, actor }) => {
      const created = await createCustomer(context, body, actor);
      if (!created.ok) return created;
      return ok(reply({ value: created.value.customer, status: created.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/customers/{id}',
    tag,
    summary: 'One customer',
    access: 'customers.view',
    params,
    answer: customer,
    handle: (context, { params }) => getCustomer(context.read, params.id),
  }),
  defineRoute({
    method: 'patch',
    path: '/customers/{id}',
    tag,
    summary: 'Changes the named fields of a customer',
    access: 'customers.edit',
    params,
    body: customerChange,
    answer: customer,
    handle: (context, { params, body, actor }) => changeCustomer(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/customers/{id}/orders',
    tag,
    summary: "A customer's sales, newest first",
    access: 'customers.view',
    params,
    query: page,
    answer: orderPage,
    handle: async (context, { params, query }) => {
      const found = getCustomer(context.read, params.id);
      if (!found.ok) return found;
      return ok(await context.readInWorker('listOrders', { ...query, customerId: params.id }));
    },
  }),
];
