import type { CreditFact, EntryBodies } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { takeSlipNumber } from '../print-queue/index.ts';
import { reversePointsOf } from './refund-points.ts';
import { openShift } from './sale-statements.ts';
import type { StoredSale } from './stored-sale.ts';
import type { VoidInput } from './void-sale.ts';
import { writeVoid } from './write-void.ts';

export type UsedApproval = { id: string; rowId: number };

type Voiding = {
  input: VoidInput;
  actor: Actor;
  approval: UsedApproval | null;
  credits: CreditFact[];
};

/** Writes a void, inside its commit. Nothing here can refuse it any more. */
export function recordVoid(
  context: EngineContext,
  tx: WritableDatabase,
  sale: StoredSale,
  { input, actor, approval, credits }: Voiding,
): void {
  const shift = tx.first(openShift);
  if (shift === undefined) throw new Error('the shift of a void is not open');
  const { id: voidId, reason } = input;
  const description = `Void ${sale.receiptNumber}`;
  const document = { id: voidId, refundedMinor: sale.totalMinor, description };
  const points = reversePointsOf(context, tx, sale, document, actor.accountId);
  const slipNumber = takeSlipNumber(tx);
  const movements = movementsBack(context, sale);
  const body: EntryBodies['sale.voided'] = {
    voidId,
    orderId: sale.id,
    receiptNumber: sale.receiptNumber,
    shiftId: shift.id,
    slipNumber,
    reason,
    approvalId: approval?.id ?? null,
    movements: movements.map(({ productRowId: _, ...told }) => told),
    points: points === null ? null : { taken: points.taken, given: points.given },
    credits,
  };
  const { seq, at } = append(context, tx, { kind: 'sale.voided', body, actor: actor.accountId });
  writeVoid(context, tx, body, {
    sale,
    shiftRowId: shift.rowId,
    accountRowId: actor.accountRowId,
    approvalRowId: approval?.rowId ?? null,
    movements,
    entry: { seq, at, actor: actor.accountId },
  });
}

/** What the sale took out of stock, back in. */
function movementsBack(context: EngineContext, { lines }: StoredSale) {
  return lines.flatMap(({ movedMilli, productId, productRowId }) =>
    movedMilli === null || movedMilli === 0 || productId === null || productRowId === null
      ? []
      : [{ movementId: context.ids.uuid(), productId, productRowId, quantityMilli: 0 - movedMilli }],
  );
}
