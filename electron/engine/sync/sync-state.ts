import type { Failure } from '../../../shared/domain/result.ts';
import { perContext } from '../per-context.ts';
import type { SentPush } from './send-push.ts';

/** Small enough that reading a page holds no sale up. */
export const mostPerPull = 500;

export type Trouble = { failure: Failure; since: number };

/** How the exchange goes, for as long as the engine runs. Times in milliseconds since 1970. */
export type SyncState = {
  trouble: Trouble | null;
  lastSuccessAt: number | null;
  nextTryAt: number | null;
  /** How many entries go into one push: fewer after the cloud said that it was too much. */
  mostEntries: number;
  /** The same for one pull: fewer where the answer did not come in time. */
  mostPerPage: number;
  /** Whether the cloud said since it was last away what it has: it may have been restored meanwhile. */
  isProved: boolean;
  /** How many entries of the others are still to come; null before the cloud was asked. */
  behind: number | null;
  /** The push that was sent before the one in front of it had its answer. */
  ahead: Promise<SentPush | null> | null;
  forReview: number;
  /** Up to which own entry it is remembered outside the database that it was there. */
  markedSeq: number;
};

export const syncStateOf = perContext((): SyncState => ({
  trouble: null,
  lastSuccessAt: null,
  nextTryAt: null,
  mostEntries: Number.MAX_SAFE_INTEGER,
  mostPerPage: mostPerPull,
  isProved: false,
  behind: null,
  ahead: null,
  forReview: 0,
  markedSeq: 0,
}));
