import type { WritableDatabase } from '../db/database.ts';
import { addToSpent, addVisit } from './customer-statements.ts';

/** Counts one sale on its customer, inside the sale's commit. A clock that went back never makes the last visit older. */
export function recordVisit(
  tx: WritableDatabase,
  visit: { customerRowId: number; spentMinor: number; at: string },
): void {
  tx.run(addVisit, visit);
}

/** Takes from what a customer spent and came for what a refund or a void took back, inside its commit. */
export function changeSpent(
  tx: WritableDatabase,
  change: { customerRowId: number; visits: number; spentMinor: number },
): void {
  tx.run(addToSpent, change);
}
