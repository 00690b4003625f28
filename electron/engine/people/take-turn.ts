import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { failuresLeft } from './throttle.ts';
import type { Subject } from './throttle-subjects.ts';

type Turns = { running: number; waiting: (() => void)[] };

const mostWaiting = 256;
const turnsOf = perContext(() => new Map<string, Turns>());

/**
 * Runs an attempt when its subjects have room for it: as many at once as may still fail without a delay, then one at a
 * time. Otherwise a thousand guesses sent together would all be on their way before the first was counted. Answers
 * `undefined` when too many wait already.
 */
export async function takeTurn<T>(
  context: EngineContext,
  subjects: readonly Subject[],
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  const taken: Subject[] = [];
  try {
    for (const subject of subjects) {
      if (!(await enter(context, subject))) return undefined;
      taken.push(subject);
    }
    return await attempt();
  } finally {
    for (const subject of taken) leave(context, subject);
  }
}

async function enter(context: EngineContext, subject: Subject): Promise<boolean> {
  let turns = turnsAt(context, subject);
  while (turns.running > 0 && turns.running >= failuresLeft(context, subject)) {
    const { waiting } = turns;
    if (waiting.length >= mostWaiting) return false;
    await new Promise<void>((resolve) => waiting.push(resolve));
    turns = turnsAt(context, subject);
  }
  turns.running += 1;
  return true;
}

function turnsAt(context: EngineContext, subject: Subject): Turns {
  const all = turnsOf(context);
  const turns = all.get(subject.key) ?? { running: 0, waiting: [] };
  all.set(subject.key, turns);
  return turns;
}

function leave(context: EngineContext, subject: Subject): void {
  const turns = turnsOf(context).get(subject.key);
  if (turns === undefined) return;
  turns.running -= 1;
  const woken = turns.waiting.splice(0);
  if (turns.running === 0 && woken.length === 0) turnsOf(context).delete(subject.key);
  for (const wake of woken) wake();
}
