import type Database from 'better-sqlite3';
import type { Clock } from '../clock.ts';
import { storageFailure } from './storage-failure.ts';

const idleMilliseconds = 1_500;
/** After this many commits without a pause the log is folded in anyway, so that it cannot grow without end. */
const mostCommits = 1_000;

/** Folds the write-ahead log into the database when no commit came for a while. */
export function createCheckpointer(connection: Database.Database, clock: Clock) {
  let commits = 0;
  let cancel: (() => void) | undefined;

  const checkpoint = (): void => {
    cancel?.();
    cancel = undefined;
    if (commits === 0 || !connection.open) return;
    commits = 0;
    try {
      connection.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      // Folding needs room where committing did not. The log holds every commit; the next one tries again.
      if (storageFailure(error) === undefined) throw error;
    }
  };

  return {
    afterCommit(): void {
      commits += 1;
      if (commits >= mostCommits) {
        checkpoint();
        return;
      }
      cancel?.();
      cancel = clock.after(idleMilliseconds, checkpoint);
    },
    close(): void {
      cancel?.();
    },
  };
}
