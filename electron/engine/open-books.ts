import type { Logger } from 'pino';
import { businessDate } from '../../shared/domain/business-date.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { createApp } from './api/app.ts';
import { dialectRoutes } from './api/dialects/index.ts';
import type { Door } from './api/door.ts';
import { v1Routes } from './api/routes.ts';
import { startCatalog } from './catalog/index.ts';
import type { Clock } from './clock.ts';
import { systemNetwork, type Network } from './cloud-link/index.ts';
import type { EngineContext, HashCost, KeyStore } from './context.ts';
import { createCheckpointer } from './db/checkpoint.ts';
import { handleOf } from './db/database.ts';
import { databaseFile, openConnection, openDataFolder, type StartFailure } from './db/open.ts';
import { createReader } from './db/reader.ts';
import { createWriteQueue } from './db/write-queue.ts';
import { identifyTill, readIdentity } from './identify-till.ts';
import type { Ids } from './ids.ts';
import { startLoyalty } from './loyalty/index.ts';
import { promisedCost } from './people/argon2.ts';
import { startPrinting } from './receipts/index.ts';
import { loadSettings } from './settings/index.ts';
import { keepLastMark, noticeRestore, startApplying, startSync } from './sync/index.ts';

export type BooksOptions = {
  dataDir: string;
  version: string;
  /** Marks a new data folder as a demonstration; `demo/` fills it. */
  demo: boolean;
  clock: Clock;
  ids: Ids;
  keys: KeyStore;
  /** By default the promised one. Less only where there is nothing to guess: in tests. */
  hashCost?: HashCost;
  log: Logger;
  /** The way to the cloud; by default this computer's own. */
  network?: Network;
  /** Whether the till exchanges entries by itself; by default it does. Without, whoever calls drives it step by step. */
  background?: boolean;
  replaceBooks: EngineContext['replaceBooks'];
};

/** One data folder, opened and wired. */
export type Books = {
  fetch(request: Request, door: Door): Promise<Response>;
  context: EngineContext;
  close(): Promise<void>;
};

/** The composition root: opens the data folder and wires the features to it. Failures to start are sentences. */
export async function openBooks(options: BooksOptions): Promise<Result<Books, StartFailure>> {
  const { dataDir, clock, ids, keys, log, version } = options;
  const opened = openDataFolder(dataDir);
  if (!opened.ok) return fail(opened.failure);
  const { connection, unlock } = opened.value;

  const checkpointer = createCheckpointer(connection, clock);
  const commitListeners: (() => void)[] = [checkpointer.afterCommit];
  const queue = createWriteQueue(connection, () => {
    for (const listener of commitListeners) listener();
  });
  const identified = await queue.write((tx) => {
    identifyTill(tx, ids, clock, options.demo);
    return ok(undefined);
  });
  if (!identified.ok) {
    connection.close();
    unlock();
    return fail({ code: 'data-folder-unwritable', message: identified.failure.message });
  }
  const readConnection = openConnection(databaseFile(dataDir), 'read');
  const read = handleOf(readConnection);
  const reader = createReader(databaseFile(dataDir));
  let identity = readIdentity(read);
  let settings = loadSettings(read, identity);

  const context: EngineContext = {
    version,
    clock,
    ids,
    keys,
    hashCost: options.hashCost ?? promisedCost,
    log,
    read,
    write: queue.write,
    readInWorker: reader.call,
    settings: () => settings,
    reloadSettings: () => {
      settings = loadSettings(read, identity);
    },
    identity: () => identity,
    reloadIdentity: (db) => {
      identity = readIdentity(db);
    },
    network: options.network ?? systemNetwork,
    afterCommit: (listener) => commitListeners.push(listener),
    replaceBooks: options.replaceBooks,
    businessDateOf: (instant) => businessDate(instant, settings.shop.timeZone, settings.shop.dayCutOff),
  };

  const closeBooks = async () => {
    queue.close();
    await reader.close();
    checkpointer.close();
    readConnection.close();
    connection.close();
    unlock();
  };
  const noticed = await noticeRestore(context);
  if (!noticed.ok) {
    await closeBooks();
    return fail({ code: 'data-folder-unwritable', message: noticed.failure.message });
  }
  await startApplying(context);
  const sync = startSync(context, options.background ?? true);
  const running = [sync, startCatalog(context), startPrinting(context), startLoyalty(context)];
  const app = createApp(context, v1Routes, dialectRoutes);

  let closing: Promise<void> | undefined;
  const close = async () => {
    for (const feature of running) await feature.close();
    await keepLastMark(context);
    await closeBooks();
  };

  return ok({
    fetch: async (request, door) => app.fetch(request, { door }),
    context,
    close: () => (closing ??= close()),
  });
}
