import { failure } from '../../../shared/api/failures.ts';
import type { Reward, RewardChange } from '../../../shared/api/offers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { Actor, EngineContext } from '../context.ts';
import { append, winFields } from '../journal/index.ts';
import { checkReward } from './check-reward.ts';
import { rewardBodyOf, rewardOf, type RewardFields } from './reward-of.ts';
import { rewardById, rewardByRowId } from './reward-statements.ts';
import { writeRewardChange } from './write-reward.ts';

/**
 * Changes the named fields and journals those that differ; a change that changes nothing writes nothing. A new stock is
 * what is left from then on. Fails with `reward-unknown`, or `offer-invalid` and the field.
 */
export function changeReward(
  context: EngineContext,
  id: string,
  change: RewardChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Reward, Failure>> {
  return context.write((tx) => {
    const before = tx.first(rewardById, { id });
    if (before === undefined) return fail(failure('reward-unknown'));
    const { rewardId: _, ...fields } = rewardBodyOf(before);
    const changes = differences(fields, change);
    if (Object.keys(changes).length === 0) return ok(rewardOf(before));
    const after = { ...fields, ...changes };
    const checked = checkReward(tx, after);
    if (!checked.ok) return checked;
    const { at, stamp } = append(context, tx, {
      kind: 'reward.changed',
      body: {
        rewardId: id,
        changes,
        ...(changes.stock === undefined ? {} : { claimed: before.claimed_count }),
      },
      actor: actor.accountId,
    });
    winFields(tx, { entity: 'reward', id, fields: Object.keys(changes), stamp });
    writeRewardChange(tx, before, changes, at);
    const row = tx.first(rewardByRowId, { rowId: before.row_id });
    if (row === undefined) throw new Error('a reward vanished while it was changed');
    return ok(rewardOf(row));
  });
}

function differences(before: RewardFields, change: RewardChange): Partial<RewardFields> {
  const stored: Record<string, unknown> = before;
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && canonicalText(value) !== canonicalText(stored[field]),
    ),
  );
}
