import type { ReadableDatabase } from './database.ts';
import { rawQuery } from './query.ts';

const mainFile = rawQuery<Record<never, never>, { file: string }>(
  `SELECT file FROM pragma_database_list WHERE name = 'main'`,
);

/** Where the database is, for a thread that opens it by itself, or for what is to be laid beside it. */
export function databasePath(db: ReadableDatabase): string {
  const row = db.first(mainFile);
  if (row === undefined) throw new Error('the database has no file');
  return row.file;
}
