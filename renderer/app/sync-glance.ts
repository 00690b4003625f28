import type { SyncGlance } from '../../shared/api/sync.ts';

/** After this long a waiting sale is no passing cut of the network any more. */
const lateAfterMilliseconds = 10 * 60_000;

/**
 * How the sync stands, for a glance: `good`, `waiting` while something is still to go, `cut-off` while the cloud is not
 * reached, `bad` when a person should look: there is trouble, or what waits has waited for ten minutes.
 */
export type GlanceTone = 'good' | 'waiting' | 'cut-off' | 'bad';

export type Glance = {
  tone: GlanceTone;
  /** How long the oldest has waited, in milliseconds; null while nothing waits or the till is alone. */
  waitedMilliseconds: number | null;
};

export function glanceAt(
  { state, waiting, oldestWaitingAt }: Pick<SyncGlance, 'state' | 'waiting' | 'oldestWaitingAt'>,
  now: number,
): Glance {
  if (state === 'alone') return { tone: 'good', waitedMilliseconds: null };
  const waited =
    waiting === 0 || oldestWaitingAt === null ? null : Math.max(0, now - Date.parse(oldestWaitingAt));
  return { tone: toneOf(state, waiting, waited), waitedMilliseconds: waited };
}

function toneOf(
  state: Exclude<SyncGlance['state'], 'alone'>,
  waiting: number,
  waited: number | null,
): GlanceTone {
  if (state === 'trouble' || (waited !== null && waited >= lateAfterMilliseconds)) return 'bad';
  if (state === 'offline') return 'cut-off';
  return waiting === 0 ? 'good' : 'waiting';
}
