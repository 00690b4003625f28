import { failure } from '../../../shared/api/failures.ts';
import type { Reward } from '../../../shared/api/offers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rewardOf } from './reward-of.ts';
import { rewardById } from './reward-statements.ts';

/** A reward by its id; fails with `reward-unknown`. */
export function getReward(db: ReadableDatabase, id: string): Result<Reward, Failure> {
  const row = db.first(rewardById, { id });
  return row === undefined ? fail(failure('reward-unknown')) : ok(rewardOf(row));
}
