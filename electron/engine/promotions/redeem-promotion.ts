import { failure, failures } from '../../../shared/api/failures.ts';
import type { Promotion } from '../../../shared/api/offers.ts';
import { refusePromotion } from '../../../shared/domain/eligible.ts';
import type { Refusal } from '../../../shared/domain/offers.ts';
import { tierOf } from '../../../shared/domain/points.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { storeClock } from '../../../shared/domain/store-clock.ts';
import type { PointsFact } from '../../../shared/journal/kinds.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { pointsBalance } from '../loyalty/index.ts';
import { usesOfPromotion } from './promotion-statements.ts';
import { writeRedemption } from './write-redemption.ts';

const customerToRedeem = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['id', 'points_balance', 'tier_id', 'points_earned_ever'])
    .where('row_id', '=', p('rowId')),
);

export type RedemptionWithoutSale = {
  promotion: Promotion;
  customer: { rowId: number; id: string };
  /** A sale or a placed order that the redemption is linked to, by whichever row it has. */
  order: { id: string; orderRowId: number | null; placedOrderRowId: number | null } | null;
  /** Who held the scanner, as they call themselves. */
  scannedBy: string;
  /** The account or device that acts. */
  actorId: string;
};

/** `rowId`: the integer of the redemption. */
export type Redeemed = {
  rowId: number;
  id: string;
  at: string;
  pointsAwarded: number;
  balanceAfter: number;
};

/**
 * Takes a promotion for a customer without a sale, in the caller's transaction: its bonus points, and one use of it.
 * Nothing is taken off anything, so what is bought does not matter. Fails with `promotion-refused` and
 * `details.reason`: `inactive`, `not-yet`, `over`, `wrong-hours`, `not-for-this-customer`, and `used-up` or
 * `used-up-by-customer` with the `limit`.
 */
export function redeemPromotion(
  context: EngineContext,
  tx: WritableDatabase,
  { promotion, customer, order, scannedBy, actorId }: RedemptionWithoutSale,
): Result<Redeemed, Failure> {
  const refused = refuse(context, tx, promotion, customer.rowId);
  if (refused !== undefined) return fail(refused);
  const id = context.ids.uuid();
  const points = pointsOf(id, promotion);
  const { seq, at } = append(context, tx, {
    kind: 'promotion.redeemed',
    body: {
      redemptionId: id,
      promotionId: promotion.id,
      customerId: customer.id,
      orderId: order?.id ?? null,
      points,
    },
    personal: { scannedBy },
    actor: actorId,
  });
  const link = { orderRowId: order?.orderRowId ?? null, placedOrderRowId: order?.placedOrderRowId ?? null };
  const taken = {
    id,
    promotionRowId: promotion.number,
    title: promotion.title,
    customerRowId: customer.rowId,
    ...link,
    points,
    scannedBy,
    entry: { seq, at, actor: actorId },
  };
  const rowId = writeRedemption(context, tx, taken);
  const balanceAfter = pointsBalance(tx, customer.rowId);
  return ok({ rowId, id, at, pointsAwarded: promotion.bonusPoints, balanceAfter });
}

function pointsOf(redemptionId: string, { id, bonusPoints }: Promotion): PointsFact[] {
  if (bonusPoints === 0) return [];
  const key = `redemption:${redemptionId}`;
  return [{ key, kind: 'bonus', points: bonusPoints, promotionId: id, rewardId: null }];
}

function refuse(
  context: EngineContext,
  db: ReadableDatabase,
  promotion: Promotion,
  customerRowId: number,
): Failure | undefined {
  const uses = db.first(usesOfPromotion, { rowId: promotion.number, customerRowId });
  const customer = db.first(customerToRedeem, { rowId: customerRowId });
  if (uses === undefined || customer === undefined) throw new Error('what is redeemed vanished meanwhile');
  const { points, shop } = context.settings();
  const now = context.clock.now();
  const tier = tierOf(customer.points_earned_ever, customer.tier_id, points.tiers);
  const occasion = {
    customer: { id: customer.id, tierId: tier?.id ?? null, pointsBalance: customer.points_balance },
    at: instantOf(now),
    ...storeClock(now, shop.timeZone),
  };
  const refusal = refusePromotion({ ...promotion, ...uses }, occasion, true);
  if (refusal === null) return undefined;
  const limits = { 'used-up-by-customer': promotion.limitPerCustomer, 'used-up': promotion.limitTotal };
  const { reason } = refusal;
  const limit = reason === 'used-up' || reason === 'used-up-by-customer' ? { limit: limits[reason] } : {};
  return failure('promotion-refused', {
    message: sentences[reason] ?? failures['promotion-refused'].message,
    details: { reason, ...limit },
  });
}

const sentences: Partial<Record<Refusal['reason'], string>> = {
  inactive: 'This promotion is switched off.',
  'not-yet': 'This promotion has not begun.',
  over: 'This promotion is over.',
  'wrong-hours': 'This promotion is for other hours.',
  'not-for-this-customer': 'This promotion is for other customers.',
  'used-up-by-customer': 'The customer has had this promotion as often as it can be had.',
  'used-up': 'This promotion is used up.',
};
