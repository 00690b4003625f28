import type { z } from 'zod';
import type { SyncException, syncExceptions } from '../../../shared/api/sync.ts';
import { reviewsAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { listOverRefunds } from '../refunds/index.ts';
import { listLocalExceptions } from './list-local-exceptions.ts';
import { listPutBack } from './list-put-back.ts';
import { syncStateOf } from './sync-state.ts';

/** What a person has to look at: what is known here, and what the cloud keeps for review where it can be asked. */
export async function listExceptions(context: EngineContext): Promise<z.output<typeof syncExceptions>> {
  const items = [...listPutBack(context), ...overRefunds(context.read), ...listLocalExceptions(context.read)];
  const answer = await callCloud(context, {
    method: 'GET',
    path: '/reviews',
    query: { state: 'open' },
    answer: reviewsAnswer,
  });
  if (!answer.ok) return { items, cloud: false };
  syncStateOf(context).forReview = answer.value.open;
  const reviews = answer.value.reviews.map((review): SyncException => ({ kind: 'review', review }));
  return { items: [...reviews, ...items], cloud: true };
}

function overRefunds(db: ReadableDatabase): SyncException[] {
  return listOverRefunds(db).map((sale) => ({ kind: 'over-refund', ...sale }));
}
