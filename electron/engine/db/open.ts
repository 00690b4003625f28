import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { migrate, newestVersion } from './migrations/index.ts';

export type StartFailure = {
  code:
    | 'data-folder-in-use'
    | 'data-folder-unwritable'
    | 'data-folder-unusable'
    | 'database-newer'
    | 'database-damaged';
  message: string;
};

export const databaseFile = (dataDir: string): string => join(dataDir, 'sukli.db');

/**
 * A connection as the books demand: WAL, then synchronous=FULL. better-sqlite3 compiles WAL's default to NORMAL while
 * the pragma still reads 2, so FULL is set after WAL on every connection; macOS needs fullfsync too.
 */
export function openConnection(file: string, mode: 'write' | 'read'): Database.Database {
  const connection = new Database(file, { readonly: mode === 'read', fileMustExist: mode === 'read' });
  connection.pragma('busy_timeout = 5000');
  if (mode === 'write') {
    const journalMode = connection.pragma('journal_mode = WAL', { simple: true });
    if (journalMode !== 'wal') throw new Error(`journal_mode is ${String(journalMode)}, not wal`);
    connection.pragma('synchronous = FULL');
    connection.pragma('fullfsync = ON');
    connection.pragma('checkpoint_fullfsync = ON');
    // Checkpoints run when the till is idle (checkpoint.ts), not in a customer's face.
    connection.pragma('wal_autocheckpoint = 0');
  }
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -65536');
  return connection;
}

/**
 * Opens the data folder for its one process: makes it if needed, takes its lock, opens and migrates the database.
 * The lock is a file lock of the system's (an open exclusive transaction on a file of its own), so that a killed
 * process leaves none behind.
 */
export function openDataFolder(
  dataDir: string,
): Result<{ connection: Database.Database; unlock: () => void; created: boolean }, StartFailure> {
  const usable = checkFolder(dataDir);
  if (!usable.ok) return usable;

  const lock = takeLock(dataDir);
  if (!lock.ok) return lock;

  const file = databaseFile(dataDir);
  const created = !existsSync(file);
  // A clean end removes the write-ahead log: where one is left, the process was killed or the power went.
  // (A reader that came while the till was closed leaves an empty one.)
  const endedUncleanly = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  let connection: Database.Database | undefined;
  try {
    connection = openConnection(file, 'write');
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > newestVersion) {
      connection.close();
      lock.value();
      return fail({
        code: 'database-newer',
        message: `The data in ${dataDir} was written by a newer Sukli. Nothing was changed. Install the newest version and start again.`,
      });
    }
    const health = endedUncleanly ? connection.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (health !== 'ok') throw new Error(String(health));
    migrate(connection);
    return ok({ connection, unlock: lock.value, created });
  } catch (error) {
    connection?.close();
    lock.value();
    return fail({
      code: 'database-damaged',
      message: `The database in ${dataDir} cannot be used (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Restore a backup into another folder, or ask for help.`,
    });
  }
}

function checkFolder(dataDir: string): Result<void, StartFailure> {
  try {
    if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() === false) {
      return fail({
        code: 'data-folder-unusable',
        message: `${dataDir} is a file, not a folder. Choose another with --data.`,
      });
    }
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail({
      code: 'data-folder-unusable',
      message: `The data folder ${dataDir} cannot be made (${codeOf(error)}). Choose another with --data.`,
    });
  }
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch {
    return fail({
      code: 'data-folder-unwritable',
      message: `The data folder ${dataDir} cannot be written. Check its permissions, or choose another with --data.`,
    });
  }
}

function takeLock(dataDir: string): Result<() => void, StartFailure> {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(dataDir, 'sukli.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return ok(() => held.close());
  } catch (error) {
    lock?.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      return fail({
        code: 'data-folder-in-use',
        message: `Sukli is already running on the data folder ${dataDir}. Use the one that is open, or choose another folder with --data.`,
      });
    }
    return fail({
      code: 'data-folder-unwritable',
      message: `The data folder ${dataDir} cannot be written (${codeOf(error)}). Check its permissions, or choose another with --data.`,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
