import { setImmediate } from 'node:timers/promises';
import type { Random } from './random.ts';

export type Deliver = (request: Request) => Promise<Response>;

/** What befalls a request on its way: as often as sync.md says, unless the world is healed. */
export type SimNetwork = {
  /** The way of one till to the cloud. */
  for(till: string): { fetch: Deliver };
  cutOff(till: string, isCut: boolean): void;
  /** From here on everything arrives, once and in order. */
  heal(): void;
  /** Requests that arrived late, long after they were given up. */
  deliverLate(): Promise<void>;
  /** Resolves when all is delivered that is on its way: what a till sent ahead has its answer before anything else happens. */
  rest(): Promise<void>;
};

const dropped = 0.12;
const doubled = 0.12;
const late = 0.06;
const overtaken = 0.12;

/** What will befall a request, drawn when it sets out: so it is the same however many are on their way. */
type Fate = { isLost: boolean; isLate: boolean; isDoubled: boolean; isAnswerLost: boolean; isSlow: boolean };
const luck: Fate = { isLost: false, isLate: false, isDoubled: false, isAnswerLost: false, isSlow: false };

/**
 * A network that loses requests before they arrive, loses the answers of those that did, delivers twice, lets the next one
 * overtake, and delivers again much later what had its answer long ago. One at a time: the cloud's own concurrency is tested elsewhere.
 */
export function simNetwork(random: Random, deliver: Deliver): SimNetwork {
  const cut = new Set<string>();
  const waiting: Request[] = [];
  let isHealed = false;
  let line: Promise<unknown> = Promise.resolve();

  const drawFate = (): Fate => ({
    isLost: random.chance(dropped / 2),
    isLate: random.chance(late),
    isDoubled: random.chance(doubled),
    isAnswerLost: random.chance(dropped / 2),
    isSlow: random.chance(overtaken),
  });

  /** In line behind what set out before. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  };

  const send = async (till: string, request: Request): Promise<Response> => {
    const fate = isHealed ? luck : drawFate();
    if (fate.isLost || (!isHealed && cut.has(till))) throw new TypeError('fetch failed: lost on the way');
    if (fate.isLate) waiting.push(request.clone());
    // What is sent ahead sets out within the same turns, and arrives first then.
    if (fate.isSlow) for (let turns = 0; turns < 8; turns += 1) await setImmediate();
    const answer = await inLine(async () => {
      if (fate.isDoubled) await (await deliver(request.clone())).arrayBuffer();
      return deliver(request);
    });
    if (!fate.isAnswerLost) return answer;
    await answer.arrayBuffer();
    throw new TypeError('fetch failed: the answer was lost');
  };

  return {
    for: (till) => ({ fetch: (request) => send(till, request) }),
    cutOff: (till, isCut) => {
      if (isCut) cut.add(till);
      else cut.delete(till);
    },
    heal: () => {
      isHealed = true;
      cut.clear();
      waiting.length = 0;
    },
    deliverLate: async () => {
      const index = waiting.length === 0 ? -1 : random.below(waiting.length);
      const [request] = index < 0 ? [] : waiting.splice(index, 1);
      if (request !== undefined) await (await deliver(request)).arrayBuffer();
    },
    rest: async () => {
      // More than a slow one takes, so that it has come into the line.
      for (let turns = 0; turns < 16; turns += 1) await setImmediate();
      let last: Promise<unknown>;
      do {
        last = line;
        await last;
      } while (last !== line);
    },
  };
}
