import type { z } from 'zod';
import type { SyncException, syncExceptions } from '../../../shared/api/sync.ts';
import { reviewsAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { listOverRefunds } from '../refunds/index.ts';
import * as statements from './exception-statements.ts';
import { syncStateOf } from './sync-state.ts';

/** What a person has to look at: what is known here, and what the cloud keeps for review where it can be asked. */
export async function listExceptions(context: EngineContext): Promise<z.output<typeof syncExceptions>> {
  const items = [...overRefunds(context.read), ...waitingEntries(context.read), ...sharedKeys(context.read)];
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

function waitingEntries(db: ReadableDatabase): SyncException[] {
  return db.all(statements.waitingEntries).map((entry) => ({ kind: 'waiting-entry', ...entry }));
}

function sharedKeys(db: ReadableDatabase): SyncException[] {
  return db.all(statements.waitingKeys).flatMap(({ space, key, entityId }): SyncException[] => {
    if (!isSpace(space)) return [];
    const holder = db.first(statements.spaces[space].holder, { key }) ?? null;
    const waiting = db.first(statements.spaces[space].named, { id: entityId });
    if (waiting === undefined) return [];
    if ((space === 'phone' || space === 'email') && holder !== null)
      return [{ kind: 'same-person', customer: holder, other: waiting, because: space }];
    return [{ kind: 'shared-key', space, key, holder, waiting }];
  });
}

function isSpace(space: string): space is keyof typeof statements.spaces {
  return Object.hasOwn(statements.spaces, space);
}
