import type { z } from 'zod';
import type { refundPage, refundQuery } from '../../../shared/api/refunds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { builder, compile } from '../db/query.ts';
import { refundRows } from './read-statements.ts';
import { refundSummaryOf } from './refund-of.ts';

/** Refunds that fit the filter, newest first by when they were made, with the count and the sum of all that fit. */
export function listRefunds(
  db: ReadableDatabase,
  { from, to, orderId, offset, limit }: z.output<typeof refundQuery>,
): z.infer<typeof refundPage> {
  let matching = refundRows(builder);
  if (from !== undefined) matching = matching.where('r.business_date', '>=', from);
  if (to !== undefined) matching = matching.where('r.business_date', '<=', to);
  if (orderId !== undefined) matching = matching.where('o.id', '=', orderId);
  const sums = db.first(
    compile(
      matching
        .clearSelect()
        .select((e) => [
          e.fn.countAll<number>().as('count'),
          e.fn.sum<number | null>('r.total_minor').as('sum'),
        ]),
    ),
  );
  // So that the index by date puts the days in order, whatever else is asked for.
  const newestFirst = matching
    .where('r.business_date', '>=', from ?? '')
    .orderBy('r.business_date', 'desc')
    .orderBy('r.refunded_at', 'desc')
    .orderBy('r.row_id', 'desc');
  const rows = db.all(compile(newestFirst.limit(limit).offset(offset)));
  return { items: rows.map(refundSummaryOf), total: sums?.count ?? 0, offset, sumMinor: sums?.sum ?? 0 };
}
