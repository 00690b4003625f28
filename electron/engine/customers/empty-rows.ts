import { foldText } from '../../../shared/domain/search-text.ts';
import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { reindexCustomer, setCustomerKeys } from './customer-keys.ts';
import type { CustomerFields } from './customer-rows.ts';
import { customerById, updateCustomer, type CustomerRow } from './customer-statements.ts';

/** What is left of somebody's record. */
export const erasedFields: CustomerFields = {
  name: 'Erased customer',
  phone: '',
  email: '',
  address: '',
  birthday: null,
  notes: '',
  tierId: null,
  firstName: '',
  lastName: '',
  postalCode: '',
  deliveryAddress: '{}',
};

const group = rawQuery<{ rowId: number }, { id: string }>(
  'SELECT id FROM customers WHERE row_id = @rowId OR merged_into_row_id = @rowId ORDER BY row_id',
);
const markErased = rawQuery<{ rowId: number; at: string }, never>(
  'UPDATE customers SET erased_at = coalesce(erased_at, @at), picture_row_id = NULL WHERE row_id = @rowId',
);
const forgetReasons = rawQuery<{ rowId: number }, never>(
  `UPDATE points_entries SET description = '' WHERE customer_row_id = @rowId AND description <> ''`,
);

/**
 * Empties a customer's record and those that were joined with it; answers their ids and the rows of their pictures, for
 * the caller to drop.
 */
export function emptyCustomerRows(
  tx: WritableDatabase,
  survivor: CustomerRow,
  at: string,
): { ids: string[]; pictureRowIds: number[] } {
  const ids = tx.all(group, { rowId: survivor.row_id }).map(({ id }) => id);
  const pictureRowIds = ids.flatMap((id) => emptyRow(tx, id, at) ?? []);
  tx.run(forgetReasons, { rowId: survivor.row_id });
  return { ids, pictureRowIds };
}

function emptyRow(tx: WritableDatabase, id: string, at: string): number | null {
  const before = tx.first(customerById, { id });
  if (before === undefined) return null;
  const rowId = before.row_id;
  tx.run(updateCustomer, { ...erasedFields, nameFold: foldText(erasedFields.name), rowId, at });
  setCustomerKeys(tx, id, { phoneKey: null, emailFold: null });
  tx.run(markErased, { rowId, at });
  const after = tx.first(customerById, { id });
  if (after !== undefined) reindexCustomer(tx, after);
  return before.picture_row_id;
}
