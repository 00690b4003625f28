import type { WritableDatabase } from '../db/database.ts';
import { uncountClaims } from './reward-statements.ts';

/** A sale is voided: the rewards that it gave are in stock again. */
export function undoClaims(tx: WritableDatabase, orderRowId: number): void {
  tx.run(uncountClaims, { orderRowId });
}
