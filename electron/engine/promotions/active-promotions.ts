import type { Promotion } from '../../../shared/domain/offers.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { cartPromotionOf } from './promotion-of.ts';
import { activePromotions, promotionById, usesOfPromotion } from './promotion-statements.ts';

const noUses = { usedInTotal: 0, usedByCustomer: 0 };

type Active = { rowId: number; promotion: ReturnType<typeof cartPromotionOf> };

/** By the books' reading handle: the demonstration seeds through another context on the same books. */
const remembered = new WeakMap<ReadableDatabase, readonly Active[]>();

/**
 * The promotions that are switched on, whatever their dates, by priority, with how often they were used by now. What
 * their owner decided is remembered between sales; the uses are read, where a limit makes them matter.
 */
export function activePromotionsFor(
  context: EngineContext,
  db: ReadableDatabase,
  customerRowId: number | null,
): Promotion[] {
  let active = remembered.get(context.read);
  if (active === undefined) {
    active = db.all(activePromotions).map((row) => ({ rowId: row.row_id, promotion: cartPromotionOf(row) }));
    remembered.set(context.read, active);
  }
  return active.map(({ rowId, promotion }) => {
    const isLimited = promotion.limitPerCustomer !== null || promotion.limitTotal !== null;
    const uses = isLimited ? db.first(usesOfPromotion, { rowId, customerRowId }) : undefined;
    return { ...promotion, ...(uses ?? noUses) };
  });
}

/** How often a promotion was taken, by everybody and by one customer; a promotion that is not saved was not. */
export function usesOf(
  db: ReadableDatabase,
  id: string,
  customerRowId: number | null,
): { usedInTotal: number; usedByCustomer: number } {
  const rowId = db.first(promotionById, { id })?.row_id;
  return (rowId === undefined ? undefined : db.first(usesOfPromotion, { rowId, customerRowId })) ?? noUses;
}

/**
 * Called by every write of promotions twice: inside it, for what follows in the same commit, and after it, in case the
 * commit failed.
 */
export function forgetActivePromotions(context: EngineContext): void {
  remembered.delete(context.read);
}
