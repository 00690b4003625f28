import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { pointsBalance } from './points-balance.ts';
import { writePoints } from './write-points.ts';

/** Takes whatever points a customer has, who is erased in the same commit. */
export function writeOffPoints(
  context: EngineContext,
  tx: WritableDatabase,
  customer: { id: string; rowId: number },
  actor: string,
): void {
  const balance = pointsBalance(tx, customer.rowId);
  if (balance === 0) return;
  const fact = { key: `erased:${customer.id}`, kind: 'adjusted', points: -balance } as const;
  const { seq: journalSeq, at } = append(context, tx, {
    kind: 'points.changed',
    body: { ...fact, customerId: customer.id, orderId: null, promotionId: null, rewardId: null },
    actor,
  });
  writePoints(context, tx, {
    ...fact,
    customerRowId: customer.rowId,
    description: '',
    actor,
    journalSeq,
    at,
  });
}
