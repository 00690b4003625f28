import { forgetInCarts } from '../carts/index.ts';
import { customerByRowId, emptyCustomerRows, type CustomerRow } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { dropPersonalParts } from '../journal/index.ts';
import { emptyAccountsOf } from '../people/index.ts';
import { dropPicture } from '../pictures/index.ts';

/**
 * Empties everything that says who a customer is: the record, those joined with it, the web accounts, the picture, carts
 * that wait, and the detachable parts of all entries. Figures stay as they are, and so does the chain.
 */
export function eraseRecords(tx: WritableDatabase, survivor: CustomerRow, at: string): void {
  const { ids, pictureRowIds } = emptyCustomerRows(tx, survivor, at);
  const accountIds = emptyAccountsOf(tx, survivor.row_id, at);
  for (const rowId of pictureRowIds) dropPicture(tx, rowId);
  forgetInCarts(tx, ids);
  dropPersonalParts(tx, [...ids, ...accountIds]);
}

/** Whoever is joined with somebody erased is erased: it is the same person, who asked for it. */
export function eraseWithOther(tx: WritableDatabase, rowId: number, at: string): void {
  const survivor = tx.first(customerByRowId, { rowId });
  if (survivor !== undefined) eraseRecords(tx, survivor, at);
}
