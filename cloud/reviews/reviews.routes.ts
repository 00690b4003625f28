import { z } from 'zod';
import { ok } from '../../shared/domain/result.ts';
import { review, reviewDecision, reviewsAnswer } from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { decideReview } from './decide-review.ts';
import { countOpen, listReviews } from './list-reviews.ts';

export const reviewRoutes = [
  defineRoute({
    method: 'get',
    path: '/reviews',
    tag: 'Reviews',
    summary: 'The newest entries of the store that somebody has to look at, or looked at',
    access: 'register',
    query: z.object({ state: review.shape.state.optional() }),
    answer: reviewsAnswer,
    handle: async ({ database }, { caller, query }) =>
      ok({
        reviews: await listReviews(database, caller, query),
        open: await countOpen(database, caller.storeId),
      }),
  }),
  defineRoute({
    method: 'post',
    path: '/reviews/{id}/decide',
    tag: 'Reviews',
    summary: 'Accepts an entry as it is, sets it aside, or has it looked at once more',
    access: 'register',
    params: z.object({ id: z.uuid() }),
    body: reviewDecision,
    answer: review,
    handle: (context, { caller, params, body }) => decideReview(context, caller, params.id, body),
  }),
];
