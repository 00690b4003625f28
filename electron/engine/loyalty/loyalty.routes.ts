import { z } from 'zod';
import { id, page } from '../../../shared/api/common.ts';
import { pointsAward, pointsEntry, pointsPage } from '../../../shared/api/customers.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { awardPoints } from './award-points.ts';
import { listPoints } from './list-points.ts';

const tag = 'Customers';
const params = z.object({ id });

export const loyaltyRoutes = [
  defineRoute({
    method: 'get',
    path: '/customers/{id}/points',
    tag,
    summary: "A customer's points ledger, newest first",
    access: 'customers.view',
    params,
    query: page,
    answer: pointsPage,
    handle: (context, { params, query }) => listPoints(context.read, params.id, query),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/points',
    tag,
    summary: 'Gives a customer points, or corrects them; the same id again gives the same entry',
    access: 'points.award',
    params,
    body: pointsAward,
    status: 201,
    answer: pointsEntry,
    handle: async (context, { params, body, actor }) => {
      const awarded = await awardPoints(context, { ...body, customerId: params.id }, actor);
      if (!awarded.ok) return awarded;
      return ok(reply({ value: awarded.value.entry, status: awarded.value.repeated ? 200 : 201 }));
    },
  }),
];
