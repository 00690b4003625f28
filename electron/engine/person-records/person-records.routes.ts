import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import { customer, customerDuplicates } from '../../../shared/api/customers.ts';
import { customerMerge } from '../../../shared/api/sync.ts';
import { defineRoute, type AnyRoute } from '../route.ts';
import { eraseCustomer } from './erase-customer.ts';
import { listDuplicates } from './list-duplicates.ts';
import { mergeCustomer } from './merge-customer.ts';

const tag = 'Customers';
const params = z.object({ id });

export const personRecordsRoutes: readonly AnyRoute[] = [
  defineRoute({
    method: 'get',
    path: '/customers/{id}/duplicates',
    tag,
    summary: 'Customers with the same phone number or e-mail address, who may be the same person',
    access: 'customers.view',
    params,
    answer: customerDuplicates,
    handle: (context, { params }) => listDuplicates(context.read, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/merge',
    tag,
    summary: 'Joins two records of one person; answers the older one, which goes on',
    access: 'customers.merge',
    params,
    body: customerMerge,
    answer: customer,
    handle: (context, { params, body, actor }) => mergeCustomer(context, params.id, body.mergedId, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/erase',
    tag,
    summary: 'Forgets who a customer is, on every till; open points and credits are written off',
    access: 'customers.erase',
    params,
    answer: customer,
    handle: (context, { params, actor }) => eraseCustomer(context, params.id, actor),
  }),
];
