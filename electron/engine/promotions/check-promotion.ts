import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { findProductByCode } from '../catalog/index.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query, type Query } from '../db/query.ts';
import { couponFold, type PromotionFields } from './promotion-of.ts';
import { promotionByCoupon } from './promotion-statements.ts';

type ById = Query<{ id: string }, { row_id: number }>;
const productExists: ById = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('row_id').where('id', '=', p('id')),
);
const categoryExists: ById = query<{ id: string }>()((b, p) =>
  b.selectFrom('categories').select('row_id').where('id', '=', p('id')),
);
const customerExists: ById = query<{ id: string }>()((b, p) =>
  b.selectFrom('customers').select('row_id').where('id', '=', p('id')),
);

/**
 * Whether a promotion may be so; `ownRowId` is the promotion itself when it exists already. Fails with `offer-invalid`
 * and the field, or with `coupon-taken`.
 */
export function checkPromotion(
  context: EngineContext,
  db: ReadableDatabase,
  fields: PromotionFields,
  ownRowId: number | null,
): Result<void, Failure> {
  const problem =
    checkScope(db, fields) ?? checkAudience(context, db, fields) ?? checkTimes(fields) ?? checkEffect(fields);
  if (problem !== undefined) return fail(problem);
  return checkCoupon(context, db, fields, ownRowId);
}

function checkScope(db: ReadableDatabase, { scope }: PromotionFields): Failure | undefined {
  if (scope.kind === 'products') {
    return firstUnknown(db, productExists, scope.productIds, 'scope.productIds', 'There is no such product.');
  }
  if (scope.kind !== 'categories') return undefined;
  const message = 'There is no such category.';
  return firstUnknown(db, categoryExists, scope.categoryIds, 'scope.categoryIds', message);
}

function checkAudience(
  context: EngineContext,
  db: ReadableDatabase,
  { audience }: PromotionFields,
): Failure | undefined {
  if (audience.kind === 'customers') {
    const message = 'There is no such customer.';
    return firstUnknown(db, customerExists, audience.customerIds, 'audience.customerIds', message);
  }
  if (audience.kind !== 'tiers') return undefined;
  const known = new Set(context.settings().points.tiers.map(({ id }) => id));
  const at = audience.tierIds.findIndex((id) => !known.has(id));
  return at < 0 ? undefined : invalid(`audience.tierIds.${at}`, 'There is no such tier.');
}

function firstUnknown(
  db: ReadableDatabase,
  byId: ById,
  ids: readonly string[],
  field: string,
  message: string,
): Failure | undefined {
  const at = ids.findIndex((id) => db.first(byId, { id }) === undefined);
  return at < 0 ? undefined : invalid(`${field}.${at}`, message);
}

function checkTimes({ validFrom, validUntil, hours }: PromotionFields): Failure | undefined {
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    return invalid('validUntil', 'It would end before it begins.');
  }
  if (hours === null) return undefined;
  if (new Set(hours.days).size !== hours.days.length) return invalid('hours.days', 'A day is there twice.');
  return undefined;
}

function checkEffect({ effect, bonusPoints }: PromotionFields): Failure | undefined {
  if (effect.kind !== 'points' || bonusPoints > 0) return undefined;
  return invalid('bonusPoints', 'A promotion that takes nothing off has to give points.');
}

function checkCoupon(
  context: EngineContext,
  db: ReadableDatabase,
  { couponCode }: PromotionFields,
  ownRowId: number | null,
): Result<void, Failure> {
  if (couponCode === null) return ok(undefined);
  const holder = db.first(promotionByCoupon, { couponFold: couponFold(couponCode) });
  if (holder !== undefined && holder.row_id !== ownRowId) {
    const details = { promotionId: holder.id, title: holder.title };
    return fail(failure('coupon-taken', { field: 'couponCode', details }));
  }
  const product = findProductByCode(context, couponCode);
  if (product === null) return ok(undefined);
  const message = `The product ${product.name} has this code. Choose another.`;
  return fail(failure('coupon-taken', { field: 'couponCode', message }));
}

function invalid(field: string, message: string): Failure {
  return failure('offer-invalid', { field, message });
}
