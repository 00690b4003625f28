import { failure } from '../../../shared/api/failures.ts';
import type { Promotion } from '../../../shared/api/offers.ts';
import { offerStateAt } from '../../../shared/domain/offer-state.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { PointsFact } from '../../../shared/journal/kinds.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { writePoints, pointsBalance } from '../loyalty/index.ts';
import { countUse, insertRedemption, usesOfPromotion } from './promotion-statements.ts';

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
 * Nothing is taken off anything. Fails with `promotion-refused` and `details.reason`: `inactive`, `not-yet`, `over`,
 * `used-up`, or `used-up-by-customer` with the `limit`.
 */
export function redeemPromotion(
  context: EngineContext,
  tx: WritableDatabase,
  { promotion, customer, order, scannedBy, actorId }: RedemptionWithoutSale,
): Result<Redeemed, Failure> {
  const refused = refuse(tx, promotion, customer.rowId, instantOf(context.clock.now()));
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
      scannedBy,
      points,
    },
    actor: actorId,
  });
  const link = { orderRowId: order?.orderRowId ?? null, placedOrderRowId: order?.placedOrderRowId ?? null };
  const { rowId } = tx.run(insertRedemption, {
    id,
    promotionRowId: promotion.number,
    customerRowId: customer.rowId,
    ...link,
    discountMinor: 0,
    pointsAwarded: promotion.bonusPoints,
    scannedBy,
    at,
  });
  tx.run(countUse, { promotionRowId: promotion.number });
  for (const fact of points) {
    writePoints(context, tx, {
      ...link,
      customerRowId: customer.rowId,
      key: fact.key,
      kind: fact.kind,
      points: fact.points,
      description: `Promotion bonus: ${promotion.title}`,
      promotionRowId: promotion.number,
      actor: actorId,
      journalSeq: seq,
      at,
    });
  }
  const balanceAfter = pointsBalance(tx, customer.rowId);
  return ok({ rowId, id, at, pointsAwarded: promotion.bonusPoints, balanceAfter });
}

function pointsOf(redemptionId: string, { id, bonusPoints }: Promotion): PointsFact[] {
  if (bonusPoints === 0) return [];
  const key = `redemption:${redemptionId}`;
  return [{ key, kind: 'bonus', points: bonusPoints, promotionId: id, rewardId: null }];
}

function refuse(
  db: ReadableDatabase,
  promotion: Promotion,
  customerRowId: number,
  now: string,
): Failure | undefined {
  const { limitPerCustomer, limitTotal } = promotion;
  const refusal = (reason: string, message: string, more: Record<string, unknown> = {}) =>
    failure('promotion-refused', { message, details: { reason, ...more } });
  const state = offerStateAt(promotion, now);
  if (state === 'off') return refusal('inactive', 'This promotion is switched off.');
  if (state === 'planned') return refusal('not-yet', 'This promotion has not begun.');
  if (state === 'ended') return refusal('over', 'This promotion is over.');
  const uses = db.first(usesOfPromotion, { rowId: promotion.number, customerRowId });
  if (uses === undefined) throw new Error('a promotion vanished while it was redeemed');
  if (limitPerCustomer !== null && uses.usedByCustomer >= limitPerCustomer) {
    const message = 'The customer has had this promotion as often as it can be had.';
    return refusal('used-up-by-customer', message, { limit: limitPerCustomer });
  }
  if (limitTotal === null || uses.usedInTotal < limitTotal) return undefined;
  return refusal('used-up', 'This promotion is used up.', { limit: limitTotal });
}
