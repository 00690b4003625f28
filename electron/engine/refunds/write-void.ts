import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { writeCredit } from '../credits/index.ts';
import { changeSpent } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { undoRedemptions } from '../promotions/index.ts';
import { undoClaims } from '../rewards/index.ts';
import { moveStock } from '../stock/index.ts';
import { insertVoid, markVoided } from './void-statements.ts';

/** What the rows of a void hold beside what its entry tells. */
export type VoidRows = {
  /** As it was before. */
  sale: {
    rowId: number;
    state: 'paid' | 'refunded' | 'voided';
    totalMinor: number;
    refundedMinor: number;
    customerRowId: number | null;
  };
  /** Null: of another till's shift. */
  shiftRowId: number | null;
  accountRowId: number;
  approvalRowId: number | null;
  movements: readonly { movementId: string; productRowId: number; quantityMilli: number }[];
  entry: { seq: number; at: string; actor: string };
};

/** Writes everything that a void's entry tells: its row, stock, offers, credits. A sale that is voided already counts once. */
export function writeVoid(
  context: EngineContext,
  tx: WritableDatabase,
  body: EntryBodies['sale.voided'],
  { sale, shiftRowId, accountRowId, approvalRowId, movements, entry }: VoidRows,
): void {
  const { voidId: id, reason, slipNumber, receiptNumber } = body;
  const { seq: journalSeq, at, actor } = entry;
  const who = { orderRowId: sale.rowId, accountRowId, at };
  tx.run(insertVoid, { ...who, id, shiftRowId, approvalRowId, reason, slipNumber, journalSeq });
  for (const { movementId, productRowId, quantityMilli } of movements)
    moveStock(tx, { ...who, id: movementId, productRowId, quantityMilli, kind: 'refund', reason });
  for (const fact of body.credits) {
    const cause = { orderRowId: sale.rowId, reason: `Void ${receiptNumber}`, actor, journalSeq, at };
    writeCredit(context, tx, fact, cause);
  }
  if (sale.state === 'voided') return;
  tx.run(markVoided, { orderRowId: sale.rowId });
  undoRedemptions(tx, sale.rowId);
  undoClaims(tx, sale.rowId);
  const { customerRowId, totalMinor, refundedMinor } = sale;
  if (customerRowId !== null)
    changeSpent(tx, { customerRowId, visits: -1, spentMinor: refundedMinor - totalMinor });
}
