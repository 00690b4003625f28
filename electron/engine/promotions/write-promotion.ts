import type { PromotionBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { setKeys, type KeySpace } from '../shared-keys/index.ts';
import { forgetActivePromotions } from './active-promotions.ts';
import { couponFold, promotionBodyOf, storedPromotionOf } from './promotion-of.ts';
import {
  insertPromotion,
  promotionByCoupon,
  promotionById,
  setCouponFold,
  updatePromotion,
  type PromotionRow,
} from './promotion-statements.ts';

const coupons: KeySpace = {
  name: 'coupon',
  holderOf: (db, key) => db.first(promotionByCoupon, { couponFold: key })?.id,
  heldBy: (db, id) => [db.first(promotionById, { id })?.coupon_fold ?? null].filter((fold) => fold !== null),
  give: (tx, id, fold) => void tx.run(setCouponFold, { id, couponFold: fold }),
  take(tx, id) {
    tx.run(setCouponFold, { id, couponFold: null });
    return 0;
  },
};

/** Writes a new promotion, as it was decided here or told by another till; answers its row. */
export function writePromotion(
  context: EngineContext,
  tx: WritableDatabase,
  { promotionId: id, qrCode, ...fields }: PromotionBody,
  at: string,
): number {
  const { rowId } = tx.run(insertPromotion, { ...storedPromotionOf(fields, at), id, qrCode });
  claimCoupon(tx, id, fields.couponCode);
  forgetActivePromotions(context);
  return rowId;
}

/** Writes changed fields, as they were decided here or told by another till. */
export function writePromotionChange(
  context: EngineContext,
  tx: WritableDatabase,
  before: PromotionRow,
  changes: Partial<PromotionBody>,
  at: string,
): void {
  const { promotionId: id, qrCode: _, ...fields } = { ...promotionBodyOf(before), ...changes };
  tx.run(updatePromotion, { ...storedPromotionOf(fields, at), rowId: before.row_id });
  if (changes.couponCode !== undefined) claimCoupon(tx, id, fields.couponCode);
  forgetActivePromotions(context);
}

function claimCoupon(tx: WritableDatabase, id: string, code: string | null): void {
  setKeys(tx, coupons, id, code === null ? [] : [couponFold(code)]);
}
