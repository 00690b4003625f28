import { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { callCloud, linkRow, type Link } from '../cloud-link/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { removeLink } from './join-statements.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { ownHead } from './own-chain.ts';
import { sendAll } from './send-all.ts';
import { syncStateOf } from './sync-state.ts';

const kindOf = query<{ seq: number }>()((b, p) =>
  b.selectFrom('journal').select('kind').where('seq', '=', p('seq')),
);
const between = oneAtATime();

/**
 * Takes this till out of the cloud, when everything of it is there: that it left goes last. Fails with `sync-alone`, with
 * `sync-waiting` as long as anything waits, and as `callCloud` does; the till stays joined then.
 */
export function leaveCloud(context: EngineContext, actor: Actor): Promise<Result<void, Failure>> {
  return between(context, async () => {
    const link = context.read.first(linkRow);
    if (link === undefined) return fail(failure('sync-alone'));
    const isShutOut = syncStateOf(context).trouble?.failure.code === 'sync-refused';
    if (isShutOut) return waiting(context) > 0 ? fail(failure('sync-waiting')) : forget(context, link);
    const sent = await sendAll(context);
    if (!sent.ok) return waiting(context) > 0 ? fail(failure('sync-waiting')) : sent;
    const told = await tellLeft(context, link, actor);
    if (!told.ok) return told;
    const last = await sendAll(context);
    if (!last.ok) return last;
    const left = await callCloud(context, {
      method: 'DELETE',
      path: '/registers/self',
      answer: z.unknown(),
    });
    if (!left.ok && left.failure.code !== 'sync-refused') return left;
    return forget(context, link);
  });
}

/** Once: an attempt before may have told it already and not come further. */
function tellLeft(context: EngineContext, link: Link, actor: Actor): Promise<Result<void, Failure>> {
  return context.write((tx) => {
    const newest = tx.first(kindOf, { seq: ownHead(tx).seq })?.kind;
    if (newest === 'register.left') return ok(undefined);
    const body = { storeId: link.store_id, registerId: link.register_id };
    append(context, tx, { kind: 'register.left', body, actor: actor.accountId });
    return ok(undefined);
  });
}

async function forget(context: EngineContext, link: Link): Promise<Result<void, Failure>> {
  const forgotten = await context.write((tx) => {
    if (tx.first(linkRow)?.register_id === link.register_id) tx.run(removeLink);
    return ok(undefined);
  });
  if (forgotten.ok) syncStateOf(context).trouble = null;
  return forgotten;
}

function waiting(context: EngineContext): number {
  return ownHead(context.read).seq - (context.read.first(linkRow)?.acked_seq ?? 0);
}
