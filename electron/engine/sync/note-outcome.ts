import type { Failure } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { syncStateOf } from './sync-state.ts';

export function noteSuccess(context: EngineContext): void {
  const state = syncStateOf(context);
  state.lastSuccessAt = context.clock.now();
  state.trouble = null;
}

/** A till that is alone has no trouble. After any other the cloud may be another than it was. */
export function noteFailure(context: EngineContext, failure: Failure): void {
  if (failure.code === 'sync-alone') return;
  const state = syncStateOf(context);
  state.isProved = false;
  const since = state.trouble?.failure.code === failure.code ? state.trouble.since : context.clock.now();
  if (state.trouble?.failure.code !== failure.code) {
    context.log.warn({ failure: failure.code, details: failure.details }, failure.message);
  }
  state.trouble = { failure, since };
}
