import type { CreditFact, EntryBodies } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import { writeCredit } from '../credits/index.ts';
import { changeSpent } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { takeSlipNumber } from '../print-queue/index.ts';
import { undoRedemptions } from '../promotions/index.ts';
import { undoClaims } from '../rewards/index.ts';
import { moveStock } from '../stock/index.ts';
import { reversePointsOf } from './refund-points.ts';
import { openShift } from './sale-statements.ts';
import type { StoredSale } from './stored-sale.ts';
import type { VoidInput } from './void-sale.ts';
import { insertVoid, markVoided } from './void-statements.ts';

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
  const who = { orderRowId: sale.rowId, accountRowId: actor.accountRowId, at };
  tx.run(insertVoid, {
    ...who,
    id: voidId,
    shiftRowId: shift.rowId,
    approvalRowId: approval?.rowId ?? null,
    reason,
    slipNumber,
    journalSeq: seq,
  });
  tx.run(markVoided, { orderRowId: sale.rowId });
  undoRedemptions(tx, sale.rowId);
  undoClaims(tx, sale.rowId);
  for (const { movementId: id, productId: _, ...move } of movements) {
    moveStock(tx, { ...move, ...who, id, kind: 'refund', reason });
  }
  for (const fact of credits) {
    const cause = {
      orderRowId: sale.rowId,
      reason: description,
      actor: actor.accountId,
      journalSeq: seq,
      at,
    };
    writeCredit(context, tx, fact, cause);
  }
  if (sale.customerRowId !== null) {
    const { customerRowId, totalMinor } = sale;
    changeSpent(tx, { customerRowId, visits: -1, spentMinor: 0 - totalMinor });
  }
}

/** What the sale took out of stock, back in. */
function movementsBack(context: EngineContext, { lines }: StoredSale) {
  return lines.flatMap(({ movedMilli, productId, productRowId }) =>
    movedMilli === null || movedMilli === 0 || productId === null || productRowId === null
      ? []
      : [{ movementId: context.ids.uuid(), productId, productRowId, quantityMilli: 0 - movedMilli }],
  );
}
