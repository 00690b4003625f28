import type { z } from 'zod';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { lostRequest, StreamAnswer } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { epochOf } from './epoch-of.ts';
import { lockStream } from './lock-stream.ts';
import { raiseEpoch } from './raise-epoch.ts';

/** A till says that the cloud has less of its stream than it had confirmed. */
export function noteLost(
  context: CloudContext,
  caller: Caller,
  request: z.output<typeof lostRequest>,
): Promise<Result<StreamAnswer, CloudFailure>> {
  return context.tx(async (tx) => {
    const locked = await lockStream(tx, caller, request.stream);
    if (!locked.ok) return locked;
    const { id, last, head } = locked.value;
    const known = await epochOf(tx, caller.storeId);
    const isNews = last < request.last && request.epoch >= known;
    const epoch = isNews ? await raiseEpoch(context, tx, caller.storeId, request.epoch) : known;
    return ok({ stream: id, last, head, epoch });
  });
}
