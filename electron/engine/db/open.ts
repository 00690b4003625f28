import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { createDatabase } from './create-database.ts';
import { migrate, newestVersion } from './migrations/index.ts';
import { openConnection } from './open-connection.ts';

export { openConnection } from './open-connection.ts';

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
 * Opens the data folder for its one process: makes it if needed, takes its lock, opens and migrates the database.
 * The lock is a file lock of the system's (an open exclusive transaction on a file of its own), so that a killed
 * process leaves none behind.
 */
export function openDataFolder(
  dataDir: string,
): Result<{ connection: Database.Database; unlock: () => void }, StartFailure> {
  const usable = checkFolder(dataDir);
  if (!usable.ok) return usable;

  const lock = takeLock(dataDir);
  if (!lock.ok) return lock;

  const file = databaseFile(dataDir);
  // A clean end removes the write-ahead log: where one is left, the process was killed or the power went.
  // (A reader that came while the till was closed leaves an empty one.)
  const endedUncleanly = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  let connection: Database.Database | undefined;
  try {
    prepareFile(file, endedUncleanly);
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
    if (version === 0) throw new Error('it holds no books');
    const health = endedUncleanly ? connection.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (health !== 'ok') throw new Error(String(health));
    migrate(connection);
    return ok({ connection, unlock: lock.value });
  } catch (error) {
    connection?.close();
    lock.value();
    return fail({
      code: 'database-damaged',
      message: `The database in ${dataDir} cannot be used (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Restore a backup into another folder, or ask for help.`,
    });
  }
}

/** Makes the database where there is none. SQLite would take an emptied one for new, and throw its log away. */
function prepareFile(file: string, logIsLeft: boolean): void {
  if (!existsSync(file)) {
    if (logIsLeft) throw new Error('its log is there, and it is not');
    createDatabase(file);
  }
  if (statSync(file).size === 0) throw new Error('it is empty');
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
