import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { expirePoints } from './expire-points.ts';

/** A till sleeps, and its clock is set: the day is looked at often rather than waited for. */
const lookEvery = 60_000;

/** Lets points expire at the start of the till and of every business day, and when the owner changes after how long. */
export function startLoyalty(context: EngineContext): { close(): Promise<void> } {
  const { clock, log } = context;
  let closing = false;
  let done = '';
  let running: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;

  const run = async (asked: string): Promise<void> => {
    try {
      const expired = await expirePoints(context, () => closing);
      if (expired.ok) done = asked;
      else log.warn({ failure: expired.failure.code }, 'points could not expire; tried again in a minute');
    } catch (error) {
      if (!closing) log.error({ err: error }, 'points could not expire');
    }
  };

  const look = (): void => {
    const asked = `${context.businessDateOf(instantOf(clock.now()))} ${context.settings().points.expiryMonths}`;
    const next = asked === done ? Promise.resolve() : run(asked);
    running = next.then(() => {
      if (!closing) cancel = clock.after(lookEvery, look);
    });
  };
  look();

  return {
    async close() {
      closing = true;
      cancel();
      await running;
    },
  };
}
