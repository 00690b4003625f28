import type { SyncGlance } from '../../shared/api/sync.ts';

/** After this long with nothing getting through, a waiting sale is no passing cut of the network any more. */
const lateAfterMilliseconds = 10 * 60_000;

/**
 * How the sync stands, for a glance: `good`, `waiting` while something is still to go, `cut-off` while the cloud is not
 * reached, `bad` when a person should look: there is trouble, or what waits has waited for ten minutes. What is being
 * sent just now, as after weeks without a network, needs nobody, however old it is.
 */
export type GlanceTone = 'good' | 'waiting' | 'cut-off' | 'bad';

export type Glance = {
  tone: GlanceTone;
  /** How long the oldest has waited, in milliseconds; null while nothing waits or the till is alone. */
  waitedMilliseconds: number | null;
};

type Seen = Pick<SyncGlance, 'state' | 'waiting' | 'oldestWaitingAt' | 'lastSuccessAt'>;

export function glanceAt({ state, waiting, oldestWaitingAt, lastSuccessAt }: Seen, now: number): Glance {
  if (state === 'alone') return { tone: 'good', waitedMilliseconds: null };
  const waited =
    waiting === 0 || oldestWaitingAt === null ? null : Math.max(0, now - Date.parse(oldestWaitingAt));
  const quiet =
    state !== 'online' || lastSuccessAt === null ? Number.POSITIVE_INFINITY : now - Date.parse(lastSuccessAt);
  const isLate = Math.min(waited ?? 0, quiet) >= lateAfterMilliseconds;
  return { tone: toneOf(state, waiting, isLate), waitedMilliseconds: waited };
}

function toneOf(state: Exclude<SyncGlance['state'], 'alone'>, waiting: number, isLate: boolean): GlanceTone {
  if (state === 'trouble' || isLate) return 'bad';
  if (state === 'offline') return 'cut-off';
  return waiting === 0 ? 'good' : 'waiting';
}
