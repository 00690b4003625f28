import type { z } from 'zod';
import type { rewardPage, rewardQuery } from '../../../shared/api/offers.ts';
import { offerStateAt } from '../../../shared/domain/offer-state.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import { rewardOf } from './reward-of.ts';

const everyReward = query()((b) => b.selectFrom('rewards').selectAll().orderBy('row_id', 'desc'));
const discountInTotal = rawQuery<{ id: string }, { discountMinor: number }>(
  `SELECT coalesce(sum(c.discount_minor), 0) AS discountMinor FROM reward_claims c
   JOIN orders o ON o.row_id = c.order_row_id
   WHERE o.state <> 'voided' AND c.reward_row_id = (SELECT row_id FROM rewards WHERE id = @id)`,
);

export type RewardFilter = z.output<typeof rewardQuery> & {
  /** The instant that `state` is told by. */
  now: string;
};

/** Rewards that fit the filter, newest first, with what each has taken off so far. For the reader thread. */
export function listRewards(db: ReadableDatabase, filter: RewardFilter): z.infer<typeof rewardPage> {
  const search = foldText(filter.search?.trim() ?? '');
  const fitting = db
    .all(everyReward)
    .map(rewardOf)
    .filter((reward) => filter.state === undefined || offerStateAt(reward, filter.now) === filter.state)
    .filter((reward) => foldText(reward.title).includes(search));
  const items = fitting.slice(filter.offset, filter.offset + filter.limit).map((reward) => ({
    ...reward,
    discountInTotalMinor: db.first(discountInTotal, { id: reward.id })?.discountMinor ?? 0,
  }));
  return { items, total: fitting.length, offset: filter.offset };
}
