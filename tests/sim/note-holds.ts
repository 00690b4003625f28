import { holdAnswer, holdRequest } from '../../shared/sync/protocol.ts';
import type { SimTime } from './sim-clock.ts';
import type { Deliver } from './sim-network.ts';

/** Points that the cloud said it holds, and when a till heard it, in milliseconds since 1970; by the sale. */
export type Holds = Map<string, { points: number; at: number }>;

/** A till's way to the cloud that notes what the till is told of points. */
export function notingHolds(deliver: Deliver, holds: Holds, time: SimTime): Deliver {
  return async (request) => {
    const isHold = request.method === 'POST' && request.url.endsWith('/points/holds');
    const asked = isHold ? holdRequest.parse(await request.clone().json()) : null;
    const answer = await deliver(request);
    if (asked === null || !answer.ok) return answer;
    const { state } = holdAnswer.parse(await answer.clone().json());
    if (state === 'held') holds.set(asked.holdId, { points: asked.points, at: time.now() });
    return answer;
  };
}
