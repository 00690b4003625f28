import type { Promotion } from '../../../shared/api/offers.ts';
import type { Promotion as CartPromotion } from '../../../shared/domain/offers.ts';
import type { PromotionBody } from '../../../shared/journal/kinds.ts';
import type { PromotionRow, StoredPromotion } from './promotion-statements.ts';

/** Everything of a promotion that its owner decides. */
export type PromotionFields = Omit<PromotionBody, 'promotionId' | 'qrCode'>;

/** A stored promotion as the journal tells it. */
export function promotionBodyOf(
  row: PromotionRow,
): PromotionBody & Pick<Promotion, 'scope' | 'audience' | 'hours'> {
  return {
    promotionId: row.id,
    title: row.title,
    description: row.description,
    effect: JSON.parse(row.effect) as Promotion['effect'],
    scope: JSON.parse(row.scope) as Promotion['scope'],
    audience: JSON.parse(row.audience) as Promotion['audience'],
    needsCode: row.needs_code === 1,
    qrCode: row.qr_code,
    couponCode: row.coupon_code,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    hours: row.hours === null ? null : (JSON.parse(row.hours) as Promotion['hours']),
    minimumSpendMinor: row.minimum_spend_minor,
    bonusPoints: row.bonus_points,
    combines: row.combines === 1,
    priority: row.priority,
    limitPerCustomer: row.limit_per_customer,
    limitTotal: row.limit_total,
    isActive: row.is_active === 1,
  };
}

/** A stored promotion as the API tells it. */
export function promotionOf(row: PromotionRow): Promotion {
  const { promotionId: id, ...body } = promotionBodyOf(row);
  return {
    id,
    number: row.row_id,
    ...body,
    usedInTotal: row.used_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** A stored promotion as the price function takes it; who used it is not known here. */
export function cartPromotionOf(row: PromotionRow): Omit<CartPromotion, 'usedByCustomer' | 'usedInTotal'> {
  const { promotionId: id, description: _, qrCode: __, couponCode: ___, ...promotion } = promotionBodyOf(row);
  return { id, ...promotion };
}

/** What of a promotion is stored, from what its owner decided. */
export function storedPromotionOf(fields: PromotionFields, at: string): StoredPromotion {
  return {
    title: fields.title,
    description: fields.description,
    effect: JSON.stringify(fields.effect),
    scope: JSON.stringify(fields.scope),
    audience: JSON.stringify(fields.audience),
    needsCode: fields.needsCode ? 1 : 0,
    couponCode: fields.couponCode,
    validFrom: fields.validFrom,
    validUntil: fields.validUntil,
    hours: fields.hours === null ? null : JSON.stringify(fields.hours),
    minimumSpendMinor: fields.minimumSpendMinor,
    bonusPoints: fields.bonusPoints,
    combines: fields.combines ? 1 : 0,
    priority: fields.priority,
    limitPerCustomer: fields.limitPerCustomer,
    limitTotal: fields.limitTotal,
    isActive: fields.isActive ? 1 : 0,
    at,
  };
}

/** A coupon is the same however its letters are typed. */
export function couponFold(coupon: string): string {
  return coupon.toUpperCase();
}
