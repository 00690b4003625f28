import { reviewPage, reviewQuery } from '../../../shared/api/people.ts';
import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import { defineRoute } from '../route.ts';

export const reviewsRoutes = [
  defineRoute({
    method: 'get',
    path: '/reviews',
    tag: 'People',
    summary: 'Staff and customers in one list: who sold, who bought, who is signed in',
    access: 'accounts.review',
    query: reviewQuery,
    answer: reviewPage,
    handle: async (context, { query }) => {
      const { country } = context.settings().shop;
      const now = instantOf(context.clock.now());
      return ok(await context.readInWorker('listReviews', { ...query, country, now }));
    },
  }),
];
