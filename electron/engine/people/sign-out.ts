import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import { endSession } from './session-statements.ts';
import { sessionNow } from './session-time.ts';

/** Ends the session of whoever asks. */
export function signOut(context: EngineContext, actor: Actor): Promise<Result<void, Failure>> {
  return context.write((tx) => {
    const at = instantOf(sessionNow(context));
    tx.run(endSession, { id: actor.sessionId, at, because: 'signed-out' });
    return ok(undefined);
  });
}
