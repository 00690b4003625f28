import type { WritableDatabase } from '../db/database.ts';
import { addVisit } from './customer-statements.ts';

/** Counts one sale on its customer, inside the sale's commit. A clock that went back never makes the last visit older. */
export function recordVisit(
  tx: WritableDatabase,
  visit: { customerRowId: number; spentMinor: number; at: string },
): void {
  tx.run(addVisit, visit);
}
