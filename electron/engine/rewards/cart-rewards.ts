import type { Reward } from '../../../shared/domain/offers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { cartRewardOf } from './reward-of.ts';
import { claimsOfCustomer, rewardById } from './reward-statements.ts';

/** The rewards of these ids as the price function takes them, for one customer; those that are not there are left out. */
export function cartRewards(db: ReadableDatabase, ids: readonly string[], customerRowId: number): Reward[] {
  return ids.flatMap((id) => {
    const row = db.first(rewardById, { id });
    if (row === undefined) return [];
    const claims = db.first(claimsOfCustomer, { rowId: row.row_id, customerRowId });
    return [cartRewardOf(row, claims?.count ?? 0)];
  });
}
