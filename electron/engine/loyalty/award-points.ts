import { failure } from '../../../shared/api/failures.ts';
import type { PointsAward, PointsEntry } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { changePoints, type OrderOfPoints } from './change-points.ts';
import { pointsEntry } from './find-entries.ts';
import { customerForPoints, writtenByKey } from './loyalty-statements.ts';
import { pointsBalance } from './points-balance.ts';
import { pointsEntryOf } from './points-entry-of.ts';
import type { WrittenPoints } from './write-points.ts';

/**
 * Points by hand: `bonus` gives, `adjusted` corrects in either direction. The same id again answers with the entry that
 * is there (`repeated`). Fails with `customer-unknown`, `points-invalid`, `points-short` when the balance would go
 * below nothing, and `request-invalid` for an id that another customer's award has.
 */
export function awardPoints(
  context: EngineContext,
  { id, customerId, reason, ...award }: PointsAward & { customerId: string },
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<{ entry: PointsEntry; repeated: boolean }, Failure>> {
  return context.write((tx) => {
    const customer = tx.first(customerForPoints, { id: customerId });
    if (customer === undefined) return fail(failure('customer-unknown'));
    const written = writeAward(
      context,
      tx,
      {
        customer: { rowId: customer.row_id, id: customer.id },
        key: `award:${id}`,
        description: reason,
        ...award,
      },
      actor.accountId,
    );
    if (!written.ok) return written;
    const { rowId, repeated } = written.value;
    const entry = pointsEntry(tx, rowId);
    if (entry.customerId !== customer.id) {
      const message = 'This id is in use already. Every award needs a new one.';
      return fail(failure('request-invalid', { message, field: 'id' }));
    }
    return ok({ entry: pointsEntryOf(entry), repeated });
  });
}

export type Award = {
  customer: { rowId: number; id: string };
  key: string;
  kind: PointsAward['kind'];
  points: number;
  /** Shown in the ledger, as given. */
  description: string;
};

/** The same inside a transaction of the caller's, who names the entry by its key. */
export function writeAward(
  context: EngineContext,
  tx: WritableDatabase,
  award: Award,
  actorId: string,
): Result<WrittenPoints, Failure> {
  const { kind, points, customer } = award;
  const written = tx.first(writtenByKey, { key: award.key });
  if (written === undefined) {
    if (!Number.isSafeInteger(points) || points === 0 || (kind === 'bonus' && points < 0)) {
      return fail(failure('points-invalid', { field: 'points' }));
    }
    const balance = pointsBalance(tx, customer.rowId);
    if (points < 0 && balance + points < 0) {
      return fail(failure('points-short', { field: 'points', details: { balance } }));
    }
  }
  return ok(changePoints(context, tx, { ...award, order: null }, actorId));
}

export type OrderAward = {
  customer: { rowId: number; id: string };
  /** One for each order, so that asking again awards nothing; a new one where there is no order. */
  key: string;
  points: number;
  description: string;
  order: OrderOfPoints | null;
};

/** Points for a purchase that the till did not ring up itself; none are an entry too. The caller has worked them out. */
export function awardForOrder(
  context: EngineContext,
  tx: WritableDatabase,
  award: OrderAward,
  actorId: string,
): WrittenPoints {
  return changePoints(context, tx, { ...award, kind: 'earned' }, actorId);
}
