import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate } from './migrations/index.ts';
import { openConnection } from './open-connection.ts';

/**
 * Makes the database under another name and gives it its own when it is whole. So a start that was killed leaves none,
 * and one that is there and empty has lost its books: it is never taken for a new one.
 */
export function createDatabase(file: string): void {
  const unfinished = `${file}.new`;
  for (const part of ['', '-wal', '-shm']) rmSync(unfinished + part, { force: true });
  const connection = openConnection(unfinished, 'write');
  try {
    migrate(connection);
  } finally {
    connection.close();
  }
  renameSync(unfinished, file);
  flushFolder(dirname(file));
}

/** Without this a power cut may take the name back. Windows has no such thing. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
