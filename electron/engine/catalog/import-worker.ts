import { parentPort, workerData } from 'node:worker_threads';
import { handleOf } from '../db/database.ts';
import { openConnection } from '../db/open.ts';
import { checkImportFile, type CheckedFile, type ImportCounts } from './check-import-file.ts';
import type { ImportRules } from './check-import-row.ts';

/** `check` is the dry run of a file; `checkpoint` folds the write-ahead log in whenever a message asks for it. */
export type ImportTask = { databaseFile: string } & (
  { task: 'check'; bytes: Uint8Array; rules: ImportRules } | { task: 'checkpoint' }
);
export type ImportMessage =
  | { kind: 'progress'; counts: ImportCounts }
  | { kind: 'chunk'; rowCount: number; rows: string }
  | { kind: 'checked'; checked: Omit<CheckedFile, 'rows'> }
  | { kind: 'checkpointed' };

/** A sale waits for at most one chunk. */
const rowsPerChunk = 400;

const asked = workerData as ImportTask;
const tell = (message: ImportMessage): void => parentPort?.postMessage(message);

if (asked.task === 'check') {
  const connection = openConnection(asked.databaseFile, 'read');
  // One snapshot for the whole file; and outside a transaction every look-up would take a lock of its own.
  connection.exec('BEGIN');
  const { rows, ...checked } = checkImportFile(handleOf(connection), asked.bytes, asked.rules, (counts) =>
    tell({ kind: 'progress', counts }),
  );
  connection.close();
  for (let from = 0; from < rows.length; from += rowsPerChunk) {
    const chunk = rows.slice(from, from + rowsPerChunk);
    tell({ kind: 'chunk', rowCount: chunk.length, rows: JSON.stringify(chunk) });
  }
  tell({ kind: 'checked', checked });
} else {
  const connection = openConnection(asked.databaseFile, 'write');
  parentPort?.on('message', () => {
    connection.pragma('wal_checkpoint(PASSIVE)');
    tell({ kind: 'checkpointed' });
  });
}
