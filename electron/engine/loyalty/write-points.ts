import { addMinor } from '../../../shared/domain/money.ts';
import type { PointsKind } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { addToCustomer, insertEntry, writtenByKey } from './loyalty-statements.ts';
import { pointsBalance } from './points-balance.ts';

export type PointsToWrite = {
  customerRowId: number;
  /** Names this entry for ever: the same key never counts twice. */
  key: string;
  kind: PointsKind;
  /** Signed: what the balance changes by. */
  points: number;
  description: string;
  orderRowId?: number | null;
  placedOrderRowId?: number | null;
  promotionRowId?: number | null;
  rewardRowId?: number | null;
  /** The account or device that acts, or `system`. */
  actor: string;
  /** The journal's entry that tells of it, appended before. */
  journalSeq: number;
  at: string;
};

export type WrittenPoints = { rowId: number; balanceAfter: number; repeated: boolean };

/**
 * The one function that writes the ledger: an entry, once per key, with the customer's balance and what was ever earned
 * kept in the same transaction. Answers with the balance after the entry, also when its key was there already
 * (`repeated`: nothing is written then). An entry of no points is written too. Throws for points whose sign does not
 * fit their kind: whoever calls has decided before.
 */
export function writePoints(
  context: EngineContext,
  tx: WritableDatabase,
  entry: PointsToWrite,
): WrittenPoints {
  const { customerRowId, key, kind, points } = entry;
  if (!fitsKind(kind, points)) throw new RangeError(`Not points that are ${kind}: ${points}`);
  const known = tx.first(writtenByKey, { key });
  if (known !== undefined) return { rowId: known.row_id, balanceAfter: known.balance_after, repeated: true };
  const balanceAfter = addMinor(pointsBalance(tx, customerRowId), points);
  const { rowId } = tx.run(insertEntry, {
    orderRowId: null,
    placedOrderRowId: null,
    promotionRowId: null,
    rewardRowId: null,
    ...entry,
    id: context.ids.uuid(),
    balanceAfter,
  });
  tx.run(addToCustomer, { customerRowId, points, earned: countsAsEarned(kind, points) ? points : 0 });
  return { rowId, balanceAfter, repeated: false };
}

function fitsKind(kind: PointsKind, points: number): boolean {
  if (!Number.isSafeInteger(points)) return false;
  if (kind === 'earned' || kind === 'bonus') return points >= 0;
  if (kind === 'redeemed' || kind === 'expired') return points <= 0;
  return true;
}

/** A tier follows from what was earned, less what refunds and voids took back of it. */
function countsAsEarned(kind: PointsKind, points: number): boolean {
  return kind === 'earned' || kind === 'bonus' || (kind === 'reversed' && points < 0);
}
