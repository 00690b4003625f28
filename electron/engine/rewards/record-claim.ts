import type { WritableDatabase } from '../db/database.ts';
import { countClaim, insertClaim, rewardById, type NewClaim } from './reward-statements.ts';

/** Writes that a sale gave a reward, and takes it from its stock; the sale's own entry tells of it. Gives its row. */
export function recordClaim(
  tx: WritableDatabase,
  { rewardId, ...claim }: Omit<NewClaim, 'rewardRowId'> & { rewardId: string },
): number {
  const rewardRowId = tx.first(rewardById, { id: rewardId })?.row_id;
  if (rewardRowId === undefined) throw new Error('a reward vanished while it was given');
  tx.run(insertClaim, { ...claim, rewardRowId });
  tx.run(countClaim, { rewardRowId });
  return rewardRowId;
}
