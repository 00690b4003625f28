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
};

const dropped = 0.12;
const doubled = 0.12;
const late = 0.06;

/**
 * A network that loses requests before they arrive, loses the answers of those that did, delivers twice, and delivers
 * again much later what had its answer long ago.
 */
export function simNetwork(random: Random, deliver: Deliver): SimNetwork {
  const cut = new Set<string>();
  const waiting: Request[] = [];
  let isHealed = false;

  const send = async (till: string, request: Request): Promise<Response> => {
    if (isHealed) return deliver(request);
    if (cut.has(till) || random.chance(dropped / 2)) throw new TypeError('fetch failed: lost on the way');
    if (random.chance(late)) waiting.push(request.clone());
    if (random.chance(doubled)) await (await deliver(request.clone())).arrayBuffer();
    const answer = await deliver(request);
    if (!random.chance(dropped / 2)) return answer;
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
  };
}
