import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { withCreditsHere } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { raiseOwnSeries } from '../print-queue/index.ts';
import { accountRowHere, productRowHere } from '../rows-here.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { orderState } from './apply-statements.ts';
import { writeVoid } from './write-void.ts';

/** A void of another till, in no shift of this one. Whatever it gave back stands, also of a sale that was refunded here. */
export function applyVoid(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const told = entry.body as EntryBodies['sale.voided'];
  const sale = orderState(tx, { id: told.orderId, receiptNumber: told.receiptNumber });
  const accountRowId = accountRowHere(tx, entry.actor);
  const credits = withCreditsHere(tx, told.credits);
  const movements = told.movements.flatMap(({ productId, ...movement }) => {
    const productRowId = productRowHere(tx, productId) ?? null;
    return productRowId === null ? [] : [{ ...movement, productRowId }];
  });
  if (sale === undefined || accountRowId === undefined || credits === null) return 'waits';
  if (movements.length < told.movements.length) return 'waits';
  const rows = { sale, shiftRowId: null, accountRowId, approvalRowId: null, movements, entry };
  writeVoid(context, tx, { ...told, credits }, rows);
  raiseOwnSeries(context, tx, entry, { name: 'slip', number: told.slipNumber });
  return 'applied';
}
