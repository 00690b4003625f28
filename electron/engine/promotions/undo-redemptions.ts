import type { WritableDatabase } from '../db/database.ts';
import { uncountUses } from './promotion-statements.ts';

/** A sale is voided: the promotions that it took can be taken as often as before. */
export function undoRedemptions(tx: WritableDatabase, orderRowId: number): void {
  tx.run(uncountUses, { orderRowId });
}
