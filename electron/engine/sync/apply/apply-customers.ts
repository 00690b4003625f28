import type { EntryBodies } from '../../../../shared/journal/kinds.ts';
import { raiseCardExpiry, raiseVoid, setQrCode } from '../../cards/index.ts';
import {
  changeCustomerRow,
  customerById,
  customerFieldNames,
  erasedFields,
  insertCustomerRow,
  type CustomerFields,
} from '../../customers/index.ts';
import { winFields } from '../../journal/index.ts';
import type { Apply } from './types.ts';
import { isEmpty, knownFields, winChanges } from './win.ts';

/** One whose detachable part was erased is made without it. */
export const customerCreated: Apply = (context, tx, { body, personal, at }) => {
  const { customerId: id, code, qrCode } = body as EntryBodies['customer.created'];
  if (tx.first(customerById, { id }) !== undefined) return 'no-effect';
  insertCustomerRow(context, tx, { id, code, qrCode, at }, personal === null ? erasedFields : told(personal));
  return 'applied';
};

function told(personal: Record<string, unknown>): CustomerFields {
  const { deliveryAddress = {}, ...fields } = knownFields(personal, customerFieldNames);
  return {
    ...erasedFields,
    ...(fields as Partial<CustomerFields>),
    deliveryAddress: JSON.stringify(deliveryAddress),
  };
}

export const customerChanged: Apply = (context, tx, entry) => {
  const { customerId: id } = entry.body as EntryBodies['customer.changed'];
  const before = tx.first(customerById, { id });
  if (before === undefined) return 'waits';
  if (entry.personal === null || before.erased_at !== null) return 'no-effect';
  const known = knownFields(entry.personal, customerFieldNames);
  const won = winChanges(tx, entry, { entity: 'customer', id }, known);
  if (isEmpty(won)) return 'no-effect';
  changeCustomerRow(context, tx, before, won as Partial<CustomerFields>, entry.at);
  return 'applied';
};

export const cardIssued: Apply = (_context, tx, { body }) => {
  const { customerId: id, expiresAt } = body as EntryBodies['card.issued'];
  const customer = tx.first(customerById, { id });
  if (customer === undefined) return 'waits';
  tx.run(raiseCardExpiry, { rowId: customer.row_id, expiresAt });
  return 'applied';
};

export const cardRevoked: Apply = (_context, tx, { body, stamp }) => {
  const { customerId: id, qrCode, voidTo } = body as EntryBodies['card.revoked'];
  const customer = tx.first(customerById, { id });
  if (customer === undefined) return 'waits';
  tx.run(raiseVoid, { rowId: customer.row_id, voidTo });
  const [won] = winFields(tx, { entity: 'customer', id, fields: ['qrCode'], stamp });
  if (won !== undefined) tx.run(setQrCode, { rowId: customer.row_id, qrCode });
  return 'applied';
};
