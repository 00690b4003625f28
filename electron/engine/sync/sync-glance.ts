import type { SyncGlance, SyncState as ShownState } from '../../../shared/api/sync.ts';
import { failures, type FailureCode } from '../../../shared/api/failures.ts';
import { instantOf } from '../clock.ts';
import { linkRow, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { ownHead } from './own-chain.ts';
import { passingFailures } from './passing-failures.ts';
import { syncStateOf, type Trouble } from './sync-state.ts';

const whenMade = query<{ seq: number }>()((b, p) =>
  b.selectFrom('journal').select('at').where('seq', '=', p('seq')),
);

const newestForeign = query()((b) => b.selectFrom('journal').select((e) => e.fn.min('seq').as('lowest')));

/** What the status bar shows of the way to the cloud. */
export function syncGlance(context: EngineContext): SyncGlance {
  const link = context.read.first(linkRow);
  const { trouble, lastSuccessAt } = syncStateOf(context);
  const acked = link?.acked_seq ?? 0;
  return {
    state: shownState(link, trouble),
    waiting: ownHead(context.read).seq - acked,
    oldestWaitingAt: context.read.first(whenMade, { seq: acked + 1 })?.at ?? null,
    lastSuccessAt: lastSuccessAt === null ? (link?.last_success_at ?? null) : instantOf(lastSuccessAt),
    received: 0 - Math.min(0, context.read.first(newestForeign)?.lowest ?? 0),
    trouble: link === undefined || trouble === null ? null : shownTrouble(trouble),
  };
}

function shownState(link: Link | undefined, trouble: Trouble | null): ShownState {
  if (link === undefined) return 'alone';
  if (trouble === null) return 'online';
  return passingFailures.has(trouble.failure.code) ? 'offline' : 'trouble';
}

function shownTrouble({ failure, since }: Trouble): SyncGlance['trouble'] {
  const { code, message } = failure;
  const { remedy } = failures[code as FailureCode];
  return { code, message, remedy, since: instantOf(since) };
}
