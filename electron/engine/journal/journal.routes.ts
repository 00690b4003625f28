import { journalPage, journalQuery, verifyAnswer } from '../../../shared/api/reports.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { verifyNow } from './verify-now.ts';

const tag = 'Journal';

export const journalRoutes = [
  defineRoute({
    method: 'get',
    path: '/journal',
    tag,
    summary: 'Everything that was done, newest first; search by entry number, receipt number, id or text',
    access: 'journal.view',
    query: journalQuery,
    answer: journalPage,
    handle: async (context, { query }) => {
      const { currency } = context.settings().shop;
      return ok(await context.readInWorker('listJournal', { ...query, currency }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/journal/verify',
    tag,
    summary: 'Reads the whole journal and holds the tables against it',
    access: 'journal.view',
    answer: verifyAnswer,
    handle: async (context) => ok(await verifyNow(context)),
  }),
];
