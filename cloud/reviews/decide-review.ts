import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { Review, reviewDecision } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import { lockStore } from '../db/lock-store.ts';
import type { EntryState, Reviews } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';
import { countAgain, forgetEntry, judgeAgain, type ArrivedEntry, type ReviewReason } from '../facts/index.ts';
import type { Caller } from '../route.ts';
import { listReviews } from './list-reviews.ts';
import { reviewedEntry } from './reviewed-entry.ts';

type Decision = z.output<typeof reviewDecision>;
type Decided = Pick<Reviews, 'state' | 'counts'> & Partial<ReviewReason>;

const states: Record<Review['state'], EntryState> = {
  open: 'review',
  accepted: 'counted',
  'set-aside': 'set-aside',
};

/**
 * Decides what to do with an entry that is kept for review. A decision can be changed, and the same again changes
 * nothing. An entry that cannot be read counts for nothing, accepted or not. Fails with `review-unknown`.
 */
export async function decideReview(
  { tx: run, clock }: CloudContext,
  { storeId }: Pick<Caller, 'storeId'>,
  id: string,
  decision: Decision,
): Promise<Result<Review, CloudFailure>> {
  return run(async (tx) => {
    await lockStore(tx, storeId);
    const review = await tx
      .selectFrom('reviews')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (review === undefined) return fail(cloudFailure('review-unknown'));
    const entry = await reviewedEntry(tx, review);
    const decided = await decide(tx, review, entry, decision.action);
    await tx
      .updateTable('reviews')
      .set({
        ...decided,
        note: decision.note,
        decided_by: decision.by,
        decided_at: decided.state === 'open' ? null : instantOf(clock.now()),
      })
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('entries')
      .set({ state: states[decided.state] })
      .where('store_id', '=', storeId)
      .where('stream', '=', review.stream)
      .where('seq', '=', review.seq)
      .execute();
    const [now] = await listReviews(tx, { storeId }, { id });
    if (now === undefined) throw new Error('a review that was just decided is not there');
    return ok(now);
  });
}

async function decide(
  tx: Tx,
  review: Selectable<Reviews>,
  entry: ArrivedEntry,
  action: Decision['action'],
): Promise<Decided> {
  const { store_id: storeId } = review;
  if (action === 'set-aside') {
    if (review.counts) await forgetEntry(tx, storeId, entry);
    return { state: 'set-aside', counts: false };
  }
  const reason = action === 'retry' ? await judgeAgain(tx, storeId, entry, review) : null;
  if (reason !== null) return { state: 'open', counts: review.counts, ...reason };
  return { state: 'accepted', counts: await countAgain(tx, storeId, entry) };
}
