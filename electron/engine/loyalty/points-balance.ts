import type { ReadableDatabase } from '../db/database.ts';
import { balanceOfCustomer } from './loyalty-statements.ts';

/** The sum of a customer's ledger, from the balance that is kept with it. Throws for a customer that is not there. */
export function pointsBalance(db: ReadableDatabase, customerRowId: number): number {
  const row = db.first(balanceOfCustomer, { customerRowId });
  if (row === undefined) throw new Error(`there is no customer ${customerRowId}`);
  return row.points_balance;
}
