import type Database from 'better-sqlite3';
import { firstRelease } from './0001-first-release.ts';
import { loyaltyAndDialects } from './0002-loyalty-and-dialects.ts';
import { theCashiersDay } from './0003-the-cashiers-day.ts';
import { sync } from './0004-sync.ts';

/** In order; the database's `user_version` is how many have run. Never edited once released. */
const migrations: readonly string[] = [firstRelease, loyaltyAndDialects, theCashiersDay, sync];

export const newestVersion = migrations.length;

/**
 * Runs what is missing, each migration and its version in one transaction. Foreign keys are not enforced meanwhile, so
 * that a table may be made anew under its own name; every reference is checked before the commit instead.
 */
export function migrate(connection: Database.Database): void {
  connection.pragma('foreign_keys = OFF');
  try {
    for (;;) {
      const version = Number(connection.pragma('user_version', { simple: true }));
      const next = migrations[version];
      if (next === undefined) return;
      runOne(connection, next, version + 1);
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function runOne(connection: Database.Database, sql: string, version: number): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(sql);
    const broken = connection.pragma('foreign_key_check') as { table: string }[];
    if (broken[0] !== undefined) throw new Error(`rows of ${broken[0].table} refer to nothing`);
    connection.pragma(`user_version = ${version}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
