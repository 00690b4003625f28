import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';

/** Lets one piece of work of a kind run at a time; the next waits for the one before. */
export function oneAtATime() {
  const lastOf = perContext((): { last: Promise<unknown> } => ({ last: Promise.resolve() }));
  return <T>(context: EngineContext, work: () => Promise<T>): Promise<T> => {
    const line = lastOf(context);
    const done = line.last.then(work, work);
    line.last = done.catch(() => undefined);
    return done;
  };
}
