import { addMinor } from '../../../shared/domain/money.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { addEarned, entryByKey, insertEntry } from './loyalty-statements.ts';
import { pointsBalance } from './points-balance.ts';

export type EarnedPoints = {
  customerRowId: number;
  /** The sale behind the points, written before them; null when there is none. */
  orderRowId: number | null;
  /** Names this earning for ever: the same key never counts twice. */
  key: string;
  points: number;
  description: string;
  at: string;
};

/**
 * Writes earned points into the ledger, once per key, and keeps the customer's cached balance in the same transaction.
 * Nothing is written for no points. Answers with the balance after this entry, also when the key was there already.
 */
export function earnPoints(
  context: EngineContext,
  tx: WritableDatabase,
  earned: EarnedPoints,
): { balanceAfter: number; repeated: boolean } {
  const { points, ...entry } = earned;
  if (!Number.isSafeInteger(points) || points < 0) throw new RangeError(`Not points to earn: ${points}`);
  const known = tx.first(entryByKey, { key: earned.key });
  if (known !== undefined) return { balanceAfter: known.balance_after, repeated: true };
  const before = pointsBalance(tx, earned.customerRowId);
  if (points === 0) return { balanceAfter: before, repeated: false };
  const balanceAfter = addMinor(before, points);
  tx.run(insertEntry, { ...entry, id: context.ids.uuid(), points, balanceAfter });
  tx.run(addEarned, { customerRowId: earned.customerRowId, points });
  return { balanceAfter, repeated: false };
}
