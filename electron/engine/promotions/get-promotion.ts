import { failure } from '../../../shared/api/failures.ts';
import type { Promotion } from '../../../shared/api/offers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { couponFold, promotionOf } from './promotion-of.ts';
import { promotionByCoupon, promotionById, promotionByQr } from './promotion-statements.ts';

/** A promotion by its id; fails with `promotion-unknown`. */
export function getPromotion(db: ReadableDatabase, id: string): Result<Promotion, Failure> {
  const row = db.first(promotionById, { id });
  return row === undefined ? fail(failure('promotion-unknown')) : ok(promotionOf(row));
}

/** The promotion whose QR code is exactly this text, or null. */
export function findPromotionByCode(db: ReadableDatabase, code: string): Promotion | null {
  const row = db.first(promotionByQr, { qrCode: code });
  return row === undefined ? null : promotionOf(row);
}

/** The promotion that a scanned or typed code names at the counter: by QR or coupon, in capitals or not; or null. */
export function findPromotionByScan(db: ReadableDatabase, scan: string): Promotion | null {
  const row =
    db.first(promotionByQr, { qrCode: scan.toUpperCase() }) ??
    db.first(promotionByCoupon, { couponFold: couponFold(scan) });
  return row === undefined ? null : promotionOf(row);
}
