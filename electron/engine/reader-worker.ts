import { parentPort, workerData } from 'node:worker_threads';
import { handleOf } from './db/database.ts';
import { openConnection } from './db/open.ts';
import { readerQueries, type ReaderQueries } from './reader-queries.ts';

type Call = { call: number; name: keyof ReaderQueries; parameters: never };

const db = handleOf(openConnection((workerData as { databaseFile: string }).databaseFile, 'read'));

parentPort?.on('message', ({ call, name, parameters }: Call) => {
  try {
    parentPort?.postMessage({ call, value: readerQueries[name](db, parameters) });
  } catch (error) {
    parentPort?.postMessage({
      call,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
