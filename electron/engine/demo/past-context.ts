import type { EngineContext } from '../context.ts';

/** The same engine on a clock that runs behind, and that `advance` moves up to the present. */
export type PastContext = EngineContext & { advance(milliseconds: number): void };

/** The engine as it would have been so long ago. */
export function startedAgo(context: EngineContext, milliseconds: number): PastContext {
  let behind = milliseconds;
  return {
    ...context,
    clock: { ...context.clock, now: () => context.clock.now() - behind },
    advance(by) {
      behind = Math.max(0, behind - by);
    },
  };
}
