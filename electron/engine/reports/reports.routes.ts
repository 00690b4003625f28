import { dayQuery, dayReport } from '../../../shared/api/reports.ts';
import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import { defineRoute } from '../route.ts';

export const reportsRoutes = [
  defineRoute({
    method: 'get',
    path: '/reports/day',
    tag: 'Reports',
    summary: 'A business date by tender, product, hour, cashier and tax rate; today when none is given',
    access: 'reports.day',
    query: dayQuery,
    answer: dayReport,
    handle: async (context, { query }) => {
      const date = query.date ?? context.businessDateOf(instantOf(context.clock.now()));
      const { timeZone } = context.settings().shop;
      return ok(await context.readInWorker('dayReport', { date, timeZone }));
    },
  }),
];
