import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { PushAnswer, PushRequest } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../route.ts';
import { drawMark } from './draw-mark.ts';
import { epochOf } from './epoch-of.ts';
import { isForked } from './is-forked.ts';
import { lockStream, type Stream } from './lock-stream.ts';
import { proveEntries, type ProvedEntry } from './prove-entries.ts';
import { storeEntries } from './store-entries.ts';

type Pushed = Pick<PushAnswer, 'last' | 'head' | 'epoch' | 'forReview'>;

/**
 * Takes in entries of a stream, in one transaction. What is known already is skipped, a gap changes nothing; both are
 * answered with how far the cloud is. No entry is refused: one with something against it is kept for review. Fails with
 * `forked` when the cloud has other entries in their place.
 */
export async function push(
  context: CloudContext,
  caller: Caller,
  request: PushRequest,
): Promise<Result<PushAnswer, CloudFailure>> {
  const receivedAt = instantOf(context.clock.now());
  const proved = proveEntries(request.prevHash, request.entries, receivedAt);
  const pushed = await context.turns(caller.storeId, () =>
    context.tx((tx) => takeIn(context, tx, caller, { request, proved, receivedAt })),
  );
  return pushed.ok ? ok({ ...pushed.value, serverTime: receivedAt }) : pushed;
}

type Taken = { request: PushRequest; proved: readonly ProvedEntry[]; receivedAt: string };

async function takeIn(
  { ids }: CloudContext,
  tx: Tx,
  caller: Caller,
  { request, proved, receivedAt }: Taken,
): Promise<Result<Pushed, CloudFailure>> {
  const locked = await lockStream(tx, caller, request.stream);
  if (!locked.ok) return locked;
  const stream = locked.value;
  if (await isForked(tx, stream, request)) return forked(stream);
  const isNext = proved[0] !== undefined && proved[0].seq <= stream.last + 1;
  const fresh = isNext ? proved.filter(({ seq }) => seq > stream.last) : [];
  if (fresh.length === 0) {
    return ok({
      last: stream.last,
      head: stream.head,
      epoch: await epochOf(tx, caller.storeId),
      forReview: 0,
    });
  }
  return ok(await storeEntries(tx, { stream, receivedAt, mark: drawMark(ids) }, fresh));
}

function forked({ last, head }: Stream): Result<never, CloudFailure> {
  return fail(cloudFailure('forked', { details: { last, head } }));
}
