import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { setKeys, type KeySpace } from '../shared-keys/index.ts';
import { foldEmail } from './check-contacts.ts';
import {
  customerByCode,
  customerByEmail,
  customerById,
  customerByPhone,
  indexCustomer,
  setCustomerCode,
  setEmailFold,
  setPhoneKey,
  unindexCustomer,
  type Contacts,
  type CustomerRow,
} from './customer-statements.ts';
import { customerSearchText } from './customer-search-text.ts';

/** What a customer is called by whose code an older customer has: nobody types or scans it. */
export const codeWithout = (code: string, id: string) => `${code}~${id.slice(-6)}`;
const isOwnCode = (code: string) => !code.includes('~');

const codes: KeySpace = {
  name: 'customer-code',
  holderOf: (db, key) => db.first(customerByCode, { code: key })?.id,
  heldBy: (db, id) => present(db.first(customerById, { id })?.code).filter(isOwnCode),
  give: (tx, id, code) => void tx.run(setCustomerCode, { id, code }),
  take(tx, id, code) {
    tx.run(setCustomerCode, { id, code: codeWithout(code, id) });
    return 0;
  },
};
const phones: KeySpace = {
  name: 'phone',
  holderOf: (db, key) => db.first(customerByPhone, { phoneKey: key })?.id,
  heldBy: (db, id) => present(db.first(customerById, { id })?.phone_key),
  give: (tx, id, phoneKey) => void tx.run(setPhoneKey, { id, phoneKey }),
  take(tx, id) {
    tx.run(setPhoneKey, { id, phoneKey: null });
    return 0;
  },
};
const emails: KeySpace = {
  name: 'email',
  holderOf: (db, key) => db.first(customerByEmail, { emailFold: key })?.id,
  heldBy: (db, id) => present(db.first(customerById, { id })?.email_fold),
  give: (tx, id, emailFold) => void tx.run(setEmailFold, { id, emailFold }),
  take(tx, id) {
    tx.run(setEmailFold, { id, emailFold: null });
    return 0;
  },
};

function present(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}

/** The keys that a customer's phone and e-mail come to; what is no phone number has none. */
export function contactKeys(
  context: EngineContext,
  { phone, email }: { phone: string; email: string },
): Contacts {
  const { country } = context.settings().shop;
  return { phoneKey: phone === '' ? null : normalisePhone(phone, country), emailFold: foldEmail(email) };
}

export type CustomerKeys = Partial<Contacts> & { code?: string };

export function areCustomerKeysFree(
  db: ReadableDatabase,
  { code, phoneKey, emailFold }: CustomerKeys,
): boolean {
  return [
    ...present(code).map((key) => codes.holderOf(db, key)),
    ...present(phoneKey).map((key) => phones.holderOf(db, key)),
    ...present(emailFold).map((key) => emails.holderOf(db, key)),
  ].every((holder) => holder === undefined);
}

/** Lets a customer claim the keys that are named, and keeps the search index in step for all whom this changes. */
export function setCustomerKeys(
  tx: WritableDatabase,
  id: string,
  { code, phoneKey, emailFold }: CustomerKeys,
): void {
  const touched = new Set([
    ...(code === undefined ? [] : setKeys(tx, codes, id, [code])),
    ...(phoneKey === undefined ? [] : setKeys(tx, phones, id, present(phoneKey))),
    ...(emailFold === undefined ? [] : setKeys(tx, emails, id, present(emailFold))),
  ]);
  for (const other of touched) {
    const row = tx.first(customerById, { id: other });
    if (row !== undefined) reindexCustomer(tx, row);
  }
}

/** Keeps the search index in step; who was joined with another or erased is not found. */
export function reindexCustomer(tx: WritableDatabase, row: CustomerRow): void {
  const { row_id: rowId, name_fold: nameFold, code, email_fold: emailFold, phone_key: phoneKey } = row;
  tx.run(unindexCustomer, { rowId });
  if (row.merged_into_row_id !== null || row.erased_at !== null) return;
  tx.run(indexCustomer, { rowId, text: customerSearchText({ nameFold, code, emailFold, phoneKey }) });
}
