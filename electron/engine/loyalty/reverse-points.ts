import { pointsToReverse } from '../../../shared/domain/points.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { changePoints } from './change-points.ts';
import { changesOfOrder } from './loyalty-statements.ts';
import { pointsBalance } from './points-balance.ts';

export type Reversal = {
  /** `totalMinor`: what the sale came to. */
  order: { rowId: number; id: string; totalMinor: number };
  customer: { rowId: number; id: string };
  /** The refund or void, which reverses once. */
  documentId: string;
  /** What has gone back of the sale until now, this document among it; all of it for a void. */
  refundedMinor: number;
  /** Shown in the ledger, such as `Refund S01-T1-A-000124`. */
  description: string;
};

/**
 * Gives back what a sale spent of its customer's points and takes back what it earned, in proportion to the money that
 * goes back: when all of it has, in whatever parts, the sale has changed nothing. What was earned and is spent
 * elsewhere leaves a balance below zero, to be shown and earned again. Answers with what was given
 * and taken now, both 0 or more: nothing when the same document is asked for again.
 */
export function reversePoints(
  context: EngineContext,
  tx: WritableDatabase,
  reversal: Reversal,
  actorId: string,
): { given: number; taken: number; balanceAfter: number } {
  const { order, customer, documentId, refundedMinor, description } = reversal;
  const so = pointsOfOrder(tx, order.rowId, customer.rowId);
  const due = pointsToReverse({
    earned: so.earned,
    spent: so.spent,
    totalMinor: order.totalMinor,
    refundedBeforeMinor: 0,
    refundNowMinor: refundedMinor,
  });
  const given = Math.max(due.spent - so.givenBack, 0);
  const taken = Math.max(due.earned - so.takenBack, 0);
  const write = (what: 'spent' | 'earned', points: number) => {
    const change = { customer, key: `reverse:${documentId}:${what}`, kind: 'reversed' as const, description };
    const orderOfPoints = { id: order.id, orderRowId: order.rowId, placedOrderRowId: null };
    if (points !== 0) changePoints(context, tx, { ...change, points, order: orderOfPoints }, actorId);
  };
  write('spent', given);
  write('earned', -taken);
  return { given, taken, balanceAfter: pointsBalance(tx, customer.rowId) };
}

/** What a sale brought and took until now, and how much of both was reversed. */
function pointsOfOrder(db: ReadableDatabase, orderRowId: number, customerRowId: number) {
  const sums = { earned: 0, spent: 0, givenBack: 0, takenBack: 0 };
  for (const { kind, points } of db.all(changesOfOrder, { orderRowId, customerRowId })) {
    if (kind === 'earned' || kind === 'bonus') sums.earned += points;
    else if (kind === 'redeemed') sums.spent -= points;
    else if (kind === 'reversed' && points > 0) sums.givenBack += points;
    else if (kind === 'reversed') sums.takenBack -= points;
  }
  return sums;
}
