import type { RewardBody } from '../../../shared/journal/kinds.ts';
import type { WritableDatabase } from '../db/database.ts';
import { rewardBodyOf, storedRewardOf } from './reward-of.ts';
import { insertReward, updateReward, type RewardRow } from './reward-statements.ts';

/** Writes a new reward, as it was decided here or told by another till; answers its row. */
export function writeReward(
  tx: WritableDatabase,
  { rewardId: id, ...fields }: RewardBody,
  at: string,
): number {
  return tx.run(insertReward, { ...storedRewardOf(fields, at), id }).rowId;
}

/** Writes changed fields, as they were decided here or told by another till. */
export function writeRewardChange(
  tx: WritableDatabase,
  before: RewardRow,
  changes: Partial<RewardBody>,
  at: string,
): void {
  const after = { ...rewardBodyOf(before), ...changes };
  tx.run(updateReward, { ...storedRewardOf(after, at), rowId: before.row_id });
}
