import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import type { Settings } from '../../shared/api/settings.ts';
import type { VerifyAnswer } from '../../shared/api/reports.ts';
import { fail, ok, type Failure, type Result } from '../../shared/domain/result.ts';
import { noDoor, type Door } from './api/door.ts';
import type { EngineContext } from './context.ts';
import { databaseFile, openConnection, type StartFailure } from './db/open.ts';
import { openBooks, type Books, type BooksOptions } from './open-books.ts';
import { isSetUpNeeded } from './setup/index.ts';
import { pullOnce, pushOnce, type Pulled, type Pushed } from './sync/index.ts';

export type { Door } from './api/door.ts';
export type { StartFailure } from './db/open.ts';
export { type EngineContext, type KeyStore } from './context.ts';

export type EngineOptions = Omit<BooksOptions, 'replaceBooks'>;

export type Engine = {
  /** Answers one request. Never throws for a request's own faults. */
  fetch(request: Request, door?: Door): Promise<Response>;
  settings(): Settings;
  setUpNeeded(): boolean;
  verify(): Promise<VerifyAnswer>;
  /** One step of the exchange with the cloud each: for whoever drives it instead of the background. */
  sync: { pushOnce(): Promise<Result<Pushed, Failure>>; pullOnce(): Promise<Result<Pulled, Failure>> };
  /** For programs that call features without HTTP: the command line, demo, benchmarks. Another one after books were replaced. */
  readonly context: EngineContext;
  /** Takes no new writes, ends what is under way, folds the log into the database and releases the folder. */
  close(): Promise<void>;
};

/**
 * The engine of a data folder. What is asked of it while a new till's books are put in their place waits until they are
 * open. Failures to start are sentences.
 */
export async function createEngine(options: EngineOptions): Promise<Result<Engine, StartFailure>> {
  let opening: Promise<unknown> = Promise.resolve();
  const open = () => openBooks({ ...options, replaceBooks });

  const replaceBooks: BooksOptions['replaceBooks'] = (file, madeFrom) => {
    const replaced = opening.then(() => replace(file, madeFrom));
    opening = replaced.catch(() => undefined);
    return replaced;
  };
  const replace = async (file: string, madeFrom: number): Promise<Result<boolean, Failure>> => {
    await books.close();
    const place = databaseFile(options.dataDir);
    const wentOn = newestEntryOf(place) !== madeFrom;
    const putBack = wentOn ? () => undefined : putInPlace(file, place);
    const opened = await open();
    if (opened.ok) {
      books = opened.value;
      return ok(!wentOn);
    }
    putBack();
    const before = await open();
    if (!before.ok) throw new Error(before.failure.message);
    books = before.value;
    return fail(opened.failure);
  };

  const first = await open();
  if (!first.ok) return first;
  let books: Books = first.value;

  return ok({
    async fetch(request, door = noDoor) {
      await opening;
      return books.fetch(request, door);
    },
    settings: () => books.context.settings(),
    setUpNeeded: () => isSetUpNeeded(books.context),
    verify: () => books.context.readInWorker('verifyBooks', {}),
    sync: { pushOnce: () => pushOnce(books.context), pullOnce: () => pullOnce(books.context) },
    get context() {
      return books.context;
    },
    async close() {
      await opening;
      await books.close();
    },
  });
}

/** The number of the newest own entry in a database that nobody has open. */
function newestEntryOf(file: string): number {
  const connection = openConnection(file, 'read');
  try {
    return Number(
      connection.prepare('SELECT coalesce(max(seq), 0) FROM journal WHERE seq > 0').pluck().get(),
    );
  } finally {
    connection.close();
  }
}

/** Moves a database to the place of another, which is kept beside it. Gives the way to undo that. */
function putInPlace(file: string, place: string): () => void {
  const before = `${place}.before`;
  for (const part of [before, `${place}-wal`, `${place}-shm`]) rmSync(part, { force: true });
  // At no moment is there no database under its name: a start in between would make an empty one.
  keepUnderName(place, before);
  renameSync(file, place);
  return () => {
    for (const part of ['-wal', '-shm']) rmSync(place + part, { force: true });
    renameSync(before, place);
  };
}

/** A second name for a file; a copy on a disk without hard links (exFAT). */
function keepUnderName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}
