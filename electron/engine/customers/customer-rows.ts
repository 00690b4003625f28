import { foldText } from '../../../shared/domain/search-text.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import {
  areCustomerKeysFree,
  codeWithout,
  contactKeys,
  reindexCustomer,
  setCustomerKeys,
} from './customer-keys.ts';
import {
  customerById,
  indexCustomer,
  insertCustomer,
  updateCustomer,
  type CustomerRow,
} from './customer-statements.ts';
import { customerSearchText } from './customer-search-text.ts';

const columns = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  birthday: 'birthday',
  notes: 'notes',
  tierId: 'tier_id',
  firstName: 'first_name',
  lastName: 'last_name',
  postalCode: 'postal_code',
  deliveryAddress: 'delivery_address',
} as const;
export const customerFieldNames = Object.keys(columns) as (keyof typeof columns)[];

/** Everything of a customer that a person tells; `deliveryAddress` as JSON text. */
export type CustomerFields = { [Name in keyof typeof columns]: CustomerRow[(typeof columns)[Name]] };

export function customerFieldsOf(row: CustomerRow): CustomerFields {
  return Object.fromEntries(customerFieldNames.map((name) => [name, row[columns[name]]])) as CustomerFields;
}

export type NewCustomerRow = { id: string; code: string; qrCode: string; at: string };

/** Writes a new customer, as it was decided here or told by another till; answers its row. */
export function insertCustomerRow(
  context: EngineContext,
  tx: WritableDatabase,
  { id, code, qrCode, at }: NewCustomerRow,
  fields: CustomerFields,
): number {
  const contacts = contactKeys(context, fields);
  const nameFold = foldText(fields.name);
  const stored = { ...fields, nameFold, id, qrCode, at };
  if (areCustomerKeysFree(tx, { code, ...contacts })) {
    const { rowId } = tx.run(insertCustomer, { ...stored, ...contacts, code });
    tx.run(indexCustomer, { rowId, text: customerSearchText({ nameFold, code, ...contacts }) });
    return rowId;
  }
  const bare = { code: codeWithout(code, id), phoneKey: null, emailFold: null };
  const { rowId } = tx.run(insertCustomer, { ...stored, ...bare });
  setCustomerKeys(tx, id, { code, ...contacts });
  reindexCustomer(tx, rowOf(tx, id));
  return rowId;
}

/**
 * Writes changed fields, as they were decided here or told by another till. A contact that stays as it is keeps its key,
 * even where the shop's country would read it differently today.
 */
export function changeCustomerRow(
  context: EngineContext,
  tx: WritableDatabase,
  before: CustomerRow,
  changes: Partial<CustomerFields>,
  at: string,
): void {
  const { row_id: rowId, id } = before;
  const fields = { ...customerFieldsOf(before), ...changes };
  tx.run(updateCustomer, { ...fields, nameFold: foldText(fields.name), rowId, at });
  const { phoneKey, emailFold } = contactKeys(context, fields);
  setCustomerKeys(tx, id, {
    ...(changes.phone === undefined ? {} : { phoneKey }),
    ...(changes.email === undefined ? {} : { emailFold }),
  });
  reindexCustomer(tx, rowOf(tx, id));
}

function rowOf(tx: WritableDatabase, id: string): CustomerRow {
  const row = tx.first(customerById, { id });
  if (row === undefined) throw new Error('a customer vanished while it was written');
  return row;
}
