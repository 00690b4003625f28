import type Database from 'better-sqlite3';
import { firstRelease } from './0001-first-release.ts';

/** In order; the database's `user_version` is how many have run. Never edited once released. */
const migrations: readonly string[] = [firstRelease];

export const newestVersion = migrations.length;

/** Runs what is missing, each migration and its version in one transaction. */
export function migrate(connection: Database.Database): void {
  for (;;) {
    const version = Number(connection.pragma('user_version', { simple: true }));
    const next = migrations[version];
    if (next === undefined) return;
    connection.exec('BEGIN IMMEDIATE');
    try {
      connection.exec(next);
      connection.pragma(`user_version = ${version + 1}`);
      connection.exec('COMMIT');
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
}
