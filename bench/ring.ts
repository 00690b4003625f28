import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { commitOrder } from '../electron/engine/orders/index.ts';
import type { Till } from './pay.ts';

/** Milliseconds of each sale: `took` from the call on, `waited` from when it was due, with what held the program up. */
export type Rung = { took: number[]; waited: number[] };

/** Rings a sale up about every 50 ms until `isDone`. */
export async function ringUp(till: Till, rung: Rung, isDone: () => boolean): Promise<void> {
  for (let due = performance.now(); !isDone();) {
    // Never in step with anything else.
    due += 40 + ((rung.took.length * 37) % 21);
    await setTimeout(Math.max(0, due - performance.now()));
    const called = performance.now();
    const committed = await commitOrder(till.shop.engine.context, till.sale(), till.actor);
    const answered = performance.now();
    if (!committed.ok) throw new Error(committed.failure.message);
    rung.took.push(answered - called);
    rung.waited.push(answered - due);
  }
}
