import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { StreamAnswer, streamRequest } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../route.ts';
import { epochOf } from './epoch-of.ts';
import { lockStream, type Stream } from './lock-stream.ts';

type StreamRequest = z.output<typeof streamRequest>;

/**
 * Begins a new life of a till: a stream that goes on after an entry of the one before. The same again answers the same.
 * Fails with `forked` when the cloud has another entry there, and with `parent-behind` when it has not come so far.
 */
export function beginStream(
  context: CloudContext,
  caller: Caller,
  request: StreamRequest,
): Promise<Result<StreamAnswer, CloudFailure>> {
  return context.tx(async (tx) => {
    const parent = await lockStream(tx, caller, request.parent.stream);
    if (!parent.ok) return parent;
    const there = await lockStream(tx, caller, request.stream);
    const { seq, head } = request.parent;
    if (there.ok) {
      const { parent: own, base_seq: ownSeq, base_head: ownHead } = there.value;
      const isSame = own === request.parent.stream && ownSeq === seq && ownHead === head;
      return isSame ? answer(tx, there.value) : fail(cloudFailure('stream-of-another'));
    }
    if (there.failure.code !== 'stream-unknown') return there;
    const { last, head: parentHead } = parent.value;
    const details = { last, head: parentHead };
    if (seq > last) return fail(cloudFailure('parent-behind', { details }));
    if ((await headAt(tx, parent.value, seq)) !== head) return fail(cloudFailure('forked', { details }));
    const stream: Stream = {
      store_id: caller.storeId,
      id: request.stream,
      register_id: caller.registerId,
      parent: request.parent.stream,
      base_seq: seq,
      base_head: head,
      last: seq,
      head,
      created_at: instantOf(context.clock.now()),
    };
    await tx.insertInto('streams').values(stream).execute();
    return answer(tx, stream);
  });
}

/** The hash of a stream's entry, or the one that it goes on after; undefined for what is not its own. */
async function headAt(tx: Tx, stream: Stream, seq: number): Promise<string | undefined> {
  if (seq === stream.base_seq) return stream.base_head;
  const entry = await tx
    .selectFrom('entries')
    .select('hash')
    .where('store_id', '=', stream.store_id)
    .where('stream', '=', stream.id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return entry?.hash;
}

async function answer(tx: Tx, { store_id, id, last, head }: Stream): Promise<Result<StreamAnswer, never>> {
  return ok({ stream: id, last, head, epoch: await epochOf(tx, store_id) });
}
