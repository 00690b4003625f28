import type Database from 'better-sqlite3';
import { failure } from '../../../shared/api/failures.ts';
import { fail, type Failure, type Result } from '../../../shared/domain/result.ts';
import { handleOf, type WritableDatabase } from './database.ts';
import { storageFailure } from './storage-failure.ts';

/** Work of one action: synchronous, and its failure rolls back everything it wrote. */
export type Work<T> = (tx: WritableDatabase) => Result<T, Failure>;
export type Write = <T>(work: Work<T>) => Promise<Result<T, Failure>>;

type Waiting = {
  work: Work<unknown>;
  resolve: (result: Result<unknown, Failure>) => void;
  reject: (error: unknown) => void;
};
type Outcome = { waiting: Waiting; result: Result<unknown, Failure> } | { waiting: Waiting; thrown: unknown };

/** So that a long queue still answers its first customer soon. */
const mostPerCommit = 64;

/**
 * The one way to write. Actions that wait together share one transaction and so one fsync: each runs in a savepoint of
 * its own, a failing one rolls back alone, and none is answered before the commit is on the disk.
 */
export function createWriteQueue(connection: Database.Database, afterCommit: () => void) {
  const tx = handleOf(connection);
  const [begin, commit, rollback, save, release, undo] = [
    'BEGIN IMMEDIATE',
    'COMMIT',
    'ROLLBACK',
    'SAVEPOINT action',
    'RELEASE action',
    'ROLLBACK TO action',
  ].map((sql) => connection.prepare(sql)) as [
    Statement,
    Statement,
    Statement,
    Statement,
    Statement,
    Statement,
  ];
  const queue: Waiting[] = [];
  let scheduled = false;
  let closed = false;

  const flush = (): void => {
    scheduled = false;
    const batch = queue.splice(0, mostPerCommit);
    if (queue.length > 0) schedule();
    if (batch.length === 0) return;
    const outcomes: Outcome[] = [];
    try {
      begin.run();
      for (const waiting of batch) {
        save.run();
        const outcome = runOne(waiting);
        // A full disk makes SQLite roll back everything by itself; the savepoint is gone with it.
        if (!connection.inTransaction)
          throw 'thrown' in outcome ? outcome.thrown : new Error('the transaction ended early');
        if ('thrown' in outcome || !outcome.result.ok) undo.run();
        release.run();
        outcomes.push(outcome);
      }
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      const storage = storageFailure(error);
      for (const waiting of batch) {
        if (storage) waiting.resolve(fail(storage));
        else waiting.reject(error);
      }
      return;
    }
    for (const outcome of outcomes) {
      if (!('thrown' in outcome)) outcome.waiting.resolve(outcome.result);
      else {
        const storage = storageFailure(outcome.thrown);
        if (storage) outcome.waiting.resolve(fail(storage));
        else outcome.waiting.reject(outcome.thrown);
      }
    }
    afterCommit();
  };

  const runOne = (waiting: Waiting): Outcome => {
    try {
      const result = waiting.work(tx);
      if (result instanceof Promise) throw new TypeError('write() takes synchronous work only');
      return { waiting, result };
    } catch (thrown) {
      return { waiting, thrown };
    }
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  };

  const write: Write = <T>(work: Work<T>) =>
    new Promise<Result<T, Failure>>((resolve, reject) => {
      if (closed) {
        resolve(fail(failure('engine-closing')));
        return;
      }
      queue.push({ work, resolve: resolve as Waiting['resolve'], reject });
      schedule();
    });

  return {
    write,
    /** Ends with the commits that are waiting; later writes are refused. */
    close(): void {
      while (queue.length > 0) flush();
      closed = true;
    },
  };
}

type Statement = Database.Statement;
