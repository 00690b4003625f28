import type { ReadableDatabase } from '../db/database.ts';
import { customersWithUnusedBefore } from './expiry-statements.ts';

/** The rows of customers with points from before an instant that are not used: a long read, for the reader thread. */
export function findExpiring(db: ReadableDatabase, { before }: { before: string }): number[] {
  return db.all(customersWithUnusedBefore, { before }).map(({ rowId }) => rowId);
}
