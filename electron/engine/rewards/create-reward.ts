import type { z } from 'zod';
import type { Reward, rewardCreate } from '../../../shared/api/offers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkReward } from './check-reward.ts';
import { rewardOf } from './reward-of.ts';
import { rewardById, rewardByRowId } from './reward-statements.ts';
import { writeReward } from './write-reward.ts';

export type RewardCreateInput = z.output<typeof rewardCreate>;

/**
 * Makes a reward. The same id again answers with the reward that is there, unchanged (`repeated`). Fails with
 * `offer-invalid` and the field.
 */
export function createReward(
  context: EngineContext,
  input: RewardCreateInput,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<{ reward: Reward; repeated: boolean }, Failure>> {
  return context.write((tx) => createOnce(context, tx, input, actor.accountId));
}

function createOnce(
  context: EngineContext,
  tx: WritableDatabase,
  input: RewardCreateInput,
  actorId: string,
): Result<{ reward: Reward; repeated: boolean }, Failure> {
  const known = input.id === undefined ? undefined : tx.first(rewardById, { id: input.id });
  if (known !== undefined) return ok({ reward: rewardOf(known), repeated: true });
  const { id = context.ids.uuid(), ...fields } = input;
  const checked = checkReward(tx, fields);
  if (!checked.ok) return checked;
  const reward = { ...fields, rewardId: id };
  const { at } = append(context, tx, { kind: 'reward.created', body: { reward }, actor: actorId });
  const row = tx.first(rewardByRowId, { rowId: writeReward(tx, reward, at) });
  if (row === undefined) throw new Error('a reward that was just made is not there');
  return ok({ reward: rewardOf(row), repeated: false });
}
