import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { linkRow, linkStateOf } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { delayAfter, longestDelay } from './delay-after.ts';
import { ownHead } from './own-chain.ts';
import { pullOnce } from './pull-once.ts';
import { pushOnce } from './push-once.ts';
import { mostStepsInVain } from './send-all.ts';
import { isArriving, startArriving } from './snapshot/index.ts';
import { endAhead } from './send-push.ts';
import { syncStateOf } from './sync-state.ts';

/** Milliseconds. */
const afterCommit = 250;
const pullEvery = 15_000;

type Background = {
  /** Resolves when what is due now was tried. */
  runNow(): Promise<void>;
};
const backgroundOf = perContext((): { running: Background | null } => ({ running: null }));

/**
 * Exchanges entries by itself: sends soon after a commit, and asks for those of others after that and every fifteen
 * seconds. After a failure it waits longer each time, and never gives up.
 */
export function startSync(context: EngineContext, background: boolean): { close(): Promise<void> } {
  const state = syncStateOf(context);
  const { clock } = context;
  let attempts = 0;
  let closing = false;
  let running: Promise<void> | null = null;
  let cancel = (): void => undefined;
  let dueAt = Number.POSITIVE_INFINITY;

  const schedule = (delay: number): void => {
    const at = clock.now() + delay;
    if (closing || at >= dueAt) return;
    cancel();
    dueAt = at;
    cancel = clock.after(delay, () => void run());
  };

  const run = (): Promise<void> => {
    cancel();
    dueAt = Number.POSITIVE_INFINITY;
    running ??= runOnce().finally(() => {
      running = null;
    });
    return running;
  };

  const runOnce = async (): Promise<void> => {
    try {
      settle(await exchange(context, () => closing));
    } catch (error) {
      context.log.error({ err: error }, 'the exchange with the cloud failed');
      schedule(longestDelay);
    }
  };

  const settle = (done: Result<void, Failure>): void => {
    if (closing) return;
    if (done.ok || done.failure.code === 'sync-alone') {
      attempts = 0;
      state.nextTryAt = null;
      if (done.ok) schedule(pullEvery);
      return;
    }
    attempts += 1;
    const delay = delayAfter(attempts, context.ids.bytes(2), done.failure);
    state.nextTryAt = clock.now() + delay;
    schedule(delay);
  };

  if (background) {
    backgroundOf(context).running = { runNow: run };
    context.afterCommit(() => {
      if (running === null && state.nextTryAt === null && isWaiting(context)) schedule(afterCommit);
    });
    if (context.read.first(linkRow) !== undefined) {
      startArriving(context);
      schedule(afterCommit);
    }
  }

  return {
    async close() {
      closing = true;
      cancel();
      linkStateOf(context).closing.abort();
      await running;
      await endAhead(context);
    },
  };
}

/** Sends and asks until neither has more; whoever asked waits for the exchange that is under way or begins now. */
export async function syncNow(context: EngineContext): Promise<void> {
  const { running } = backgroundOf(context);
  if (running !== null) await running.runNow();
  else await exchange(context, () => false);
}

async function exchange(context: EngineContext, isClosing: () => boolean): Promise<Result<void, Failure>> {
  // What it would take in comes with the snapshot.
  if (isArriving(context)) return ok(undefined);
  for (let turns = 0; turns < mostStepsInVain; turns += 1) {
    const pushed = await pushOnce(context);
    if (!pushed.ok) return pushed;
    if (pushed.value.sent > 0) turns = 0;
    if (isClosing()) return ok(undefined);
    if (pushed.value.did !== 'nothing') continue;
    const pulled = await pullOnce(context);
    if (!pulled.ok) return pulled;
    if (pulled.value.received > 0) turns = 0;
    const isDone = pulled.value.did !== 'restarted' && pulled.value.behind === 0 && !isWaiting(context);
    if (isDone || isClosing()) return ok(undefined);
  }
  return fail(failure('sync-fault'));
}

function isWaiting(context: EngineContext): boolean {
  const link = context.read.first(linkRow);
  return link !== undefined && ownHead(context.read).seq > link.acked_seq;
}
