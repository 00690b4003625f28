import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type Counted = { count: number; totalMinor: number };
export type OwnSide = { sales: Counted; refunds: Counted };

const between = '@upTo AND journal_seq > @after';
const sums = (table: string) =>
  rawQuery<{ after: number; upTo: number }, Counted>(
    `SELECT count(*) AS count, coalesce(sum(total_minor), 0) AS totalMinor FROM ${table}
     WHERE journal_seq > 0 AND journal_seq <= ${between}`,
  );
const ofSales = sums('orders');
const ofRefunds = sums('refunds');

/** Own sales and refunds of the entries after one and up to another. A long read: for the reader thread. */
export function sumOwnSide(db: ReadableDatabase, stretch: { after: number; upTo: number }): OwnSide {
  const none = { count: 0, totalMinor: 0 };
  return { sales: db.first(ofSales, stretch) ?? none, refunds: db.first(ofRefunds, stretch) ?? none };
}
