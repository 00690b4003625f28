import { z } from 'zod';
import { ok } from '../../shared/domain/result.ts';
import { holdAnswer, holdRequest } from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { holdPoints, releasePoints } from './hold-points.ts';

export const holdRoutes = [
  defineRoute({
    method: 'post',
    path: '/points/holds',
    tag: 'Points',
    summary: 'Holds points of a customer for ten minutes, for the sale that will spend them',
    access: 'register',
    body: holdRequest,
    answer: holdAnswer,
    handle: async (context, { caller, body }) => ok(await holdPoints(context, caller, body)),
  }),
  defineRoute({
    method: 'delete',
    path: '/points/holds/{id}',
    tag: 'Points',
    summary: 'Lets held points go',
    access: 'register',
    params: z.object({ id: z.uuid() }),
    answer: null,
    async handle(context, { caller, params }) {
      await releasePoints(context, caller, params.id);
      return ok(undefined);
    },
  }),
];
