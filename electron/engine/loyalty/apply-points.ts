import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { survivorOf } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { orderOfPoints } from './order-of-points.ts';
import { resumPoints } from './resum-points.ts';
import { writePoints } from './write-points.ts';

const offerRows = rawQuery<
  { promotionId: string | null; rewardId: string | null },
  { promotionRowId: number | null; rewardRowId: number | null }
>(
  `SELECT (SELECT row_id FROM promotions WHERE id = @promotionId) AS promotionRowId,
     (SELECT row_id FROM rewards WHERE id = @rewardId) AS rewardRowId`,
);
const toldBefore = rawQuery<{ key: string }, { rowId: number; opId: string; customerRowId: number }>(
  `SELECT e.row_id AS rowId, j.op_id AS opId, e.customer_row_id AS customerRowId
   FROM points_entries e JOIN journal j ON j.seq = e.journal_seq WHERE e.key = @key`,
);
const replaceEntry = query<{
  rowId: number;
  points: number;
  description: string;
  actor: string;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b
    .updateTable('points_entries')
    .set({
      points: p('points'),
      description: p('description'),
      actor: p('actor'),
      at: p('at'),
      journal_seq: p('journalSeq'),
    })
    .where('row_id', '=', p('rowId')),
);

/**
 * Points that another till gave or took without a sale; a balance may go below zero by it. Of one key that two tills
 * told, as when both let the points of one day expire, the entry with the smaller id counts.
 */
export function applyPoints(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const told = entry.body as EntryBodies['points.changed'];
  const customer = survivorOf(tx, told.customerId);
  if (customer === undefined) return 'waits';
  const { description = '' } = (entry.personal ?? {}) as { description?: string };
  const { key, kind, points, promotionId, rewardId } = told;
  const cause = { description, actor: entry.actor, at: entry.at, journalSeq: entry.seq };
  const known = tx.first(toldBefore, { key });
  if (known !== undefined && known.opId < entry.opId) return 'no-effect';
  if (known !== undefined) {
    tx.run(replaceEntry, { rowId: known.rowId, points, ...cause });
    resumPoints(tx, known.customerRowId);
    return 'applied';
  }
  const offers = tx.first(offerRows, { promotionId, rewardId });
  const to = { customerRowId: customer.rowId, ...orderOfPoints(tx, told.orderId), ...offers };
  writePoints(context, tx, { key, kind, points, ...to, ...cause });
  return 'applied';
}
