import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { survivorOf } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { creditHere } from './credit-here.ts';
import { creditOfCustomer, insertCredit } from './credit-statements.ts';

export const insertAlias = query<{ id: string; rowId: number }>()((b, p) =>
  b
    .insertInto('credit_aliases')
    .values({ id: p('id'), credit_row_id: p('rowId') })
    .onConflict((c) => c.column('id').doUpdateSet({ credit_row_id: p('rowId') })),
);
const renameCredit = query<{ rowId: number; id: string; at: string }>()((b, p) =>
  b
    .updateTable('credits')
    .set({ id: p('id'), created_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
const renameStamps = rawQuery<{ from: string; to: string }, never>(
  `UPDATE field_stamps SET id = @to WHERE entity = 'credit' AND id = @from`,
);

/**
 * A card or account that another till opened. Of a gift card only the hash of its code comes here. A customer who has one
 * of the kind already keeps that one: it goes by the smaller id.
 */
export function applyCreditOpened(_: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const { creditId: id, kind, customerId, codeHash, expiresOn } = entry.body as EntryBodies['credit.opened'];
  if (creditHere(tx, id) !== undefined) return 'no-effect';
  const customer = customerId === null ? null : survivorOf(tx, customerId);
  if (customer === undefined) return 'waits';
  const held = customer === null ? undefined : tx.first(creditOfCustomer, { customerId: customer.id, kind });
  const { at } = entry;
  if (held === undefined) {
    const customerRowId = customer?.rowId ?? null;
    tx.run(insertCredit, { id, kind, code: null, codeHash, customerRowId, expiresOn, at });
  } else if (held.id < id) {
    tx.run(insertAlias, { id, rowId: held.rowId });
  } else {
    tx.run(renameCredit, { rowId: held.rowId, id, at });
    tx.run(renameStamps, { from: held.id, to: id });
    tx.run(insertAlias, { id: held.id, rowId: held.rowId });
  }
  return 'applied';
}
