import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { handleOf, type ReadableDatabase } from './db/database.ts';
import { newestVersion } from './db/migrations/index.ts';
import { rawQuery } from './db/query.ts';
import { databaseFile, openConnection, type StartFailure } from './db/open.ts';

/**
 * Reads the books of a data folder without the till's lock, so also while it sells: `read` is given a handle that can
 * only read. Fails with a sentence when there are no books, or none that this version can read.
 */
export function readBooks<T>(
  dataDir: string,
  read: (db: ReadableDatabase) => T,
): Result<T, { code: StartFailure['code'] | 'database-older'; message: string }> {
  const file = databaseFile(dataDir);
  if (!existsSync(file)) {
    return fail({
      code: 'data-folder-unusable',
      message: `There are no books in ${dataDir}. Name their folder with --data.`,
    });
  }
  let connection: ReturnType<typeof openConnection> | undefined;
  try {
    connection = openConnection(file, 'read');
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > newestVersion) {
      return fail({
        code: 'database-newer',
        message: `The books in ${dataDir} were written by a newer Sukli.`,
      });
    }
    if (version < newestVersion) {
      return fail({
        code: 'database-older',
        message: `The books in ${dataDir} were written by an older Sukli. Start the till once, then try again.`,
      });
    }
    return ok(read(handleOf(connection)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))) throw error;
    return fail({
      code: 'database-damaged',
      message: `The database in ${dataDir} cannot be read (${error.message}). Nothing was changed. Restore a backup into another folder, or ask for help.`,
    });
  } finally {
    connection?.close();
  }
}

const quickCheckQuery = rawQuery<Record<never, never>, { quick_check: string }>('PRAGMA quick_check(1)');

/** What SQLite finds wrong with the file first, or `ok`. It sees no changed amount: that is what verifying is for. */
export function quickCheck(db: ReadableDatabase): string {
  return db.first(quickCheckQuery)?.quick_check ?? 'ok';
}

const identityQuery = rawQuery<Record<never, never>, { writer: string }>('SELECT writer FROM identity');

/** Whose books these are: the writer is one life of one database file. */
export function writerOfBooks(db: ReadableDatabase): string | undefined {
  return db.first(identityQuery)?.writer;
}
