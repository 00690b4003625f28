import type { ReadableDatabase } from '../db/database.ts';
import { entriesOfCustomer, entryByKey, entryByRowId, type LedgerEntry } from './entry-statements.ts';

/** An entry that was just written. */
export function pointsEntry(db: ReadableDatabase, rowId: number): LedgerEntry {
  const entry = db.first(entryByRowId, { rowId });
  if (entry === undefined) throw new Error(`there is no points entry ${rowId}`);
  return entry;
}

/** The entry that counts for a key, or null when none does yet. */
export function pointsEntryByKey(db: ReadableDatabase, key: string): LedgerEntry | null {
  return db.first(entryByKey, { key }) ?? null;
}

/** A customer's latest entries, newest first. */
export function latestPoints(db: ReadableDatabase, customerRowId: number, limit: number): LedgerEntry[] {
  return db.all(entriesOfCustomer, { customerRowId, limit, offset: 0 });
}
