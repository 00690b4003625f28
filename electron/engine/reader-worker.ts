import { parentPort, workerData } from 'node:worker_threads';
import { handleOf } from './db/database.ts';
import { openConnection } from './db/open.ts';
import { readerQueries, type ReaderQueries } from './reader-queries.ts';

type Call = { call: number; name: keyof ReaderQueries; parameters: never };

const connection = openConnection((workerData as { databaseFile: string }).databaseFile, 'read');
const db = handleOf(connection);

/** Every call sees one state of the books, however long it reads. */
function readOnce({ name, parameters }: Call): unknown {
  connection.exec('BEGIN');
  try {
    return readerQueries[name](db, parameters);
  } finally {
    connection.exec('COMMIT');
  }
}

parentPort?.on('message', (call: Call | 'close') => {
  if (call === 'close') {
    connection.close();
    parentPort?.close();
    return;
  }
  try {
    parentPort?.postMessage({ call: call.call, value: readOnce(call) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ call: call.call, error: text });
  }
});
