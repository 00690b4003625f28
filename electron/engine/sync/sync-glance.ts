import type { SyncGlance } from '../../../shared/api/sync.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';

const firstAndLast = query()((b) =>
  b
    .selectFrom('journal')
    .select((e) => [e.fn.max('seq').as('last'), e.fn.min('at').as('oldestAt')])
    .where('seq', '>', 0),
);

/** What the status bar shows of the way to the cloud. */
export function syncGlance(context: EngineContext): SyncGlance {
  const own = context.read.first(firstAndLast);
  return {
    state: 'alone',
    waiting: own?.last ?? 0,
    oldestWaitingAt: own?.oldestAt ?? null,
    lastSuccessAt: null,
    trouble: null,
  };
}
