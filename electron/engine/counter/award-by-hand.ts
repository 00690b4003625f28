import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { pointsEntry, writeAward, type LedgerEntry } from '../loyalty/index.ts';
import type { ScannedCustomer } from './find-scanned-customer.ts';

/** Points that somebody gives at the counter; asked again, they are given again. Fails with `points-invalid`. */
export function awardByHand(
  context: EngineContext,
  { customer, points, description }: { customer: ScannedCustomer; points: number; description: string },
  actorId: string,
): Promise<Result<LedgerEntry, Failure>> {
  return context.write((tx) => {
    const written = writeAward(
      context,
      tx,
      {
        customer: { rowId: customer.rowId, id: customer.id },
        key: `award:${context.ids.uuid()}`,
        kind: 'bonus',
        points,
        description,
      },
      actorId,
    );
    return written.ok ? ok(pointsEntry(tx, written.value.rowId)) : written;
  });
}
