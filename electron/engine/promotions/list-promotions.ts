import type { z } from 'zod';
import type { Promotion, promotionPage, promotionQuery } from '../../../shared/api/offers.ts';
import { offerStateAt } from '../../../shared/domain/offer-state.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import { promotionOf } from './promotion-of.ts';

const everyPromotion = query()((b) => b.selectFrom('promotions').selectAll().orderBy('row_id', 'desc'));
const discountInTotal = rawQuery<{ rowId: number }, { discountMinor: number }>(
  `SELECT coalesce(sum(r.discount_minor), 0) AS discountMinor FROM promotion_redemptions r
   LEFT JOIN orders o ON o.row_id = r.order_row_id
   WHERE r.promotion_row_id = @rowId AND o.state IS NOT 'voided'`,
);

export type PromotionFilter = z.output<typeof promotionQuery> & {
  /** The instant that `state` is told by. */
  now: string;
};

/**
 * Promotions that fit the filter, newest first, with what each has taken off so far. They are few, so all are read. A
 * long read all the same, since some were used a lot: for the reader thread.
 */
export function listPromotions(db: ReadableDatabase, filter: PromotionFilter): z.infer<typeof promotionPage> {
  const search = filter.search?.trim() ?? '';
  const fitting = db
    .all(everyPromotion)
    .map(promotionOf)
    .filter((promotion) => filter.state === undefined || offerStateAt(promotion, filter.now) === filter.state)
    .filter((promotion) => search === '' || isNamed(promotion, search));
  const items = fitting.slice(filter.offset, filter.offset + filter.limit).map((promotion) => ({
    ...promotion,
    discountInTotalMinor: db.first(discountInTotal, { rowId: promotion.number })?.discountMinor ?? 0,
  }));
  return { items, total: fitting.length, offset: filter.offset };
}

function isNamed({ title, couponCode, qrCode }: Promotion, search: string): boolean {
  if (foldText(title).includes(foldText(search))) return true;
  return [couponCode?.toUpperCase(), qrCode].includes(search.toUpperCase());
}
