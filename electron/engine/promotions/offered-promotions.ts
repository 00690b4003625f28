import type { Promotion } from '../../../shared/api/offers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { promotionOf } from './promotion-of.ts';
import { activePromotions, usesOfPromotion } from './promotion-statements.ts';

const dayMilliseconds = 86_400_000;

/**
 * The promotions that are switched on and run at an instant (milliseconds), ended less than a day before or begin less
 * than a day after it, by priority, and how often a customer (or nobody) took each.
 */
export function listOfferedPromotions(
  db: ReadableDatabase,
  now: number,
  customerRowId: number | null,
): (Promotion & { usedByCustomer: number })[] {
  return db
    .all(activePromotions)
    .filter(({ valid_from: from, valid_until: until }) => {
      const begins = from === null || Date.parse(from) <= now + dayMilliseconds;
      return begins && (until === null || Date.parse(until) >= now - dayMilliseconds);
    })
    .map((row) => ({
      ...promotionOf(row),
      usedByCustomer: db.first(usesOfPromotion, { rowId: row.row_id, customerRowId })?.usedByCustomer ?? 0,
    }));
}
