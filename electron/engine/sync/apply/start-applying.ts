import { ok } from '../../../../shared/domain/result.ts';
import type { EngineContext } from '../../context.ts';
import { countWaiting } from './foreign-statements.ts';
import { afterReceiving } from './receive-entries.ts';
import { retryWaiting } from './retry-waiting.ts';

/** After an update the till may know what it did not know before: tries everything that waits once more. */
export async function startApplying(context: EngineContext): Promise<void> {
  if ((context.read.first(countWaiting)?.count ?? 0) === 0) return;
  await context.write((tx) => {
    retryWaiting(context, tx, 'unknown');
    retryWaiting(context, tx, 'waits');
    return ok(undefined);
  });
  afterReceiving(context);
}
