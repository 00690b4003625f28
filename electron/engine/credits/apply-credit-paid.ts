import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { raiseOwnSeries } from '../print-queue/index.ts';
import { accountRowHere } from '../rows-here.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { creditHere } from './credit-here.ts';
import { insertPayment } from './payment-statements.ts';
import { writeCredit } from './write-credit.ts';

/** Money that another till took for an account: less is owed, and no drawer of this till has it. */
export function applyCreditPaid(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const told = entry.body as EntryBodies['credit.paid'];
  const credit = creditHere(tx, told.creditId);
  const accountRowId = accountRowHere(tx, entry.actor);
  if (credit === undefined || accountRowId === undefined) return 'waits';
  const { paymentId: id, tender, amountMinor, reference, slipNumber } = told;
  const { seq: journalSeq, at, businessDate, actor } = entry;
  const rows = { creditRowId: credit.rowId, shiftRowId: null, accountRowId };
  tx.run(insertPayment, {
    id,
    ...rows,
    tender,
    amountMinor,
    reference,
    slipNumber,
    at,
    businessDate,
    journalSeq,
  });
  raiseOwnSeries(context, tx, entry, { name: 'slip', number: slipNumber });
  const reason = `Slip ${slipNumber}`;
  writeCredit(context, tx, { ...told.entry, creditId: credit.id }, { reason, actor, journalSeq, at });
  return 'applied';
}
