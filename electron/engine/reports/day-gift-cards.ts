import type { DayReport } from '../../../shared/api/reports.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OfDay = { date: string };
/** One gift card on a document of the day: whose the document is, and the minute of its payment. */
type CardLine = { accountId: string; minute: string; totalMinor: number };

const cardsSold = rawQuery<OfDay, CardLine>(
  `SELECT a.id AS accountId, substr(o.paid_at, 1, 16) AS minute, l.total_minor AS totalMinor
   FROM orders o JOIN order_lines l ON l.order_row_id = o.row_id JOIN accounts a ON a.row_id = o.account_row_id
   WHERE o.business_date = @date AND o.state <> 'voided' AND l.kind = 'gift-card'`,
);
const cardsBack = rawQuery<OfDay, CardLine>(
  `SELECT a.id AS accountId, substr(r.refunded_at, 1, 16) AS minute, l.total_minor AS totalMinor
   FROM refunds r JOIN refund_lines l ON l.refund_row_id = r.row_id
   JOIN order_lines s ON s.order_row_id = r.order_row_id AND s.position = l.order_position
   JOIN accounts a ON a.row_id = r.account_row_id
   WHERE r.business_date = @date AND s.kind = 'gift-card'`,
);

/** Gift cards that were sold on the day and that came back: owed, and in no figure of sales or refunds. */
export type DayGiftCards = { sold: CardLine[]; back: CardLine[] };

export function dayGiftCards(db: ReadableDatabase, date: string): DayGiftCards {
  return { sold: db.all(cardsSold, { date }), back: db.all(cardsBack, { date }) };
}

export function sumOfCards(cards: readonly CardLine[]): number {
  return cards.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
}

type Totals = Pick<DayReport, 'itemsCount' | 'grossMinor' | 'netMinor' | 'totalMinor'>;

/** Totals of whole sales, as those of their goods. */
export function goodsTotals<T extends Totals>(totals: T, cards: readonly CardLine[]): T {
  const minor = sumOfCards(cards);
  return {
    ...totals,
    itemsCount: totals.itemsCount - cards.length,
    grossMinor: totals.grossMinor - minor,
    netMinor: totals.netMinor - minor,
    totalMinor: totals.totalMinor - minor,
  };
}

/** Rows that sum whole documents by whoever made them, or by the minute, as sums of their goods. */
export function goodsBy<
  Key extends 'accountId' | 'minute',
  T extends { totalMinor: number } & Record<Key, string>,
>(key: Key, rows: readonly T[], cards: readonly CardLine[]): T[] {
  return rows.map((row) => {
    const own = cards.filter((card) => card[key] === row[key]);
    return { ...row, totalMinor: row.totalMinor - sumOfCards(own) };
  });
}
