import type { PointsEntry } from '../../../shared/api/customers.ts';
import type { LedgerEntry } from './entry-statements.ts';

/** An entry of the ledger as the API tells it. */
export function pointsEntryOf(entry: LedgerEntry): PointsEntry {
  return {
    id: entry.id,
    kind: entry.kind,
    points: entry.points,
    balanceAfter: entry.balanceAfter,
    description: entry.description,
    orderId: entry.orderId,
    receiptNumber: entry.receiptNumber,
    promotion: offerOf(entry.promotionId, entry.promotionTitle),
    reward: offerOf(entry.rewardId, entry.rewardTitle),
    by: entry.by,
    at: entry.at,
  };
}

function offerOf(id: string | null, title: string | null): { id: string; title: string } | null {
  return id === null || title === null ? null : { id, title };
}
