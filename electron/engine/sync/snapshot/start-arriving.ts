import { linkStateOf } from '../../cloud-link/index.ts';
import type { EngineContext } from '../../context.ts';
import { perContext } from '../../per-context.ts';
import { delayAfter } from '../delay-after.ts';
import { passingFailures } from '../passing-failures.ts';
import { arrive } from './arrive.ts';

/** After so many attempts the till pulls what the snapshot would have brought. */
const mostAttempts = 6;
const triesOf = perContext((): { isTrying: boolean } => ({ isTrying: false }));

/** Whether the shop's books are still to come at once: nothing is pulled meanwhile. */
export const isArriving = (context: EngineContext): boolean => triesOf(context).isTrying;

/**
 * Takes the shop's books over while the till is being looked at, where it is empty. What is cut off goes on where it was,
 * after a while or at the next start.
 */
export function startArriving(context: EngineContext): void {
  const tries = triesOf(context);
  if (tries.isTrying) return;
  tries.isTrying = true;
  void tryToArrive(context)
    .catch((error: unknown) => context.log.error({ err: error }, 'taking the shop’s snapshot over failed'))
    .finally(() => {
      tries.isTrying = false;
    });
}

async function tryToArrive(context: EngineContext): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const arrived = await arrive(context);
    if (arrived.ok) return;
    const { code } = arrived.failure;
    context.log.warn({ code }, 'the shop’s snapshot did not come');
    if (!passingFailures.has(code)) return;
    await pause(context, delayAfter(attempt, context.ids.bytes(2), arrived.failure));
    if (linkStateOf(context).closing.signal.aborted) return;
  }
}

/** Ends early when the engine closes. */
function pause(context: EngineContext, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = context.clock.after(milliseconds, resolve);
    const end = () => {
      cancel();
      resolve();
    };
    linkStateOf(context).closing.signal.addEventListener('abort', end, { once: true });
  });
}
