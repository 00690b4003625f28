import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { perContext } from '../per-context.ts';

const lastTouch = query()((b) =>
  b
    .selectFrom('sessions')
    .select((e) => [e.fn.max('created_at').as('opened'), e.fn.max('rotated_at').as('rotated')]),
);
const lastEntry = query()((b) =>
  b.selectFrom('journal').select('at').where('seq', '>', 0).orderBy('seq', 'desc').limit(1),
);

const stateOf = perContext((context) => {
  const touched = context.read.first(lastTouch);
  const known = [touched?.opened, touched?.rotated, context.read.first(lastEntry)?.at];
  const last = Math.max(
    0,
    ...known.map((instant) => (typeof instant === 'string' ? Date.parse(instant) : 0)),
  );
  return { last, ahead: 0 };
});

/**
 * Milliseconds that sessions and tokens are measured by: the clock, except that it never goes back. When the clock is
 * set back, this time goes on from where it was, so nothing that has expired comes to life and nobody is locked out.
 */
export function sessionNow(context: EngineContext): number {
  const state = stateOf(context);
  const now = context.clock.now() + state.ahead;
  if (now < state.last) state.ahead += state.last - now;
  state.last = Math.max(now, state.last);
  return state.last;
}
