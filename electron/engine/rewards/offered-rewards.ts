import type { Reward } from '../../../shared/api/offers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rewardOf } from './reward-of.ts';
import { activeRewards, claimsOfCustomer } from './reward-statements.ts';

/** The rewards that are switched on, the cheapest first, and how often a customer (or nobody) took each. */
export function listOfferedRewards(
  db: ReadableDatabase,
  customerRowId: number | null,
): (Reward & { usedByCustomer: number })[] {
  return db.all(activeRewards).map((row) => ({
    ...rewardOf(row),
    usedByCustomer:
      customerRowId === null
        ? 0
        : (db.first(claimsOfCustomer, { rowId: row.row_id, customerRowId })?.count ?? 0),
  }));
}
