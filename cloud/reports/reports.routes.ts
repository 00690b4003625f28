import { ok } from '../../shared/domain/result.ts';
import { reportAnswer, reportQuery } from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { report } from './report.ts';

export const reportRoutes = [
  defineRoute({
    method: 'get',
    path: '/reports',
    tag: 'Reports',
    summary: 'What was sold and came back, by day, store, register, cashier or product',
    access: 'register',
    query: reportQuery,
    answer: reportAnswer,
    handle: async (context, { caller, query }) => ok(await report(context, caller, query)),
  }),
];
