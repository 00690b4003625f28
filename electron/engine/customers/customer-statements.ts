import { sql } from 'kysely';
import { query, rawQuery } from '../db/query.ts';

export const customerColumns = [
  'customers.row_id',
  'customers.id',
  'customers.code',
  'customers.name',
  'customers.name_fold',
  'customers.phone',
  'customers.phone_key',
  'customers.email',
  'customers.email_fold',
  'customers.address',
  'customers.birthday',
  'customers.notes',
  'customers.qr_code',
  'customers.points_balance',
  'customers.visits',
  'customers.spent_minor',
  'customers.last_visit_at',
  'customers.created_at',
  'customers.tier_id',
  'customers.points_earned_ever',
  'customers.card_expires_at',
  'customers.cards_void_to',
  'customers.first_name',
  'customers.last_name',
  'customers.postal_code',
  'customers.delivery_address',
  'customers.picture_row_id',
  'customers.merged_into_row_id',
  'customers.erased_at',
] as const;

export const customerById = query<{ id: string }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('id', '=', p('id')),
);
export type CustomerRow = NonNullable<(typeof customerById)['row']>;

export const customerByRowId = query<{ rowId: number }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('row_id', '=', p('rowId')),
);
export const customerByCode = query<{ code: string }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('code', '=', p('code')),
);
export const customerByQr = query<{ qrCode: string }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('qr_code', '=', p('qrCode')),
);
export const customerByPhone = query<{ phoneKey: string }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('phone_key', '=', p('phoneKey')),
);
export const customerByEmail = query<{ emailFold: string }>()((b, p) =>
  b.selectFrom('customers').select(customerColumns).where('email_fold', '=', p('emailFold')),
);

/** Customers by a JSON list of their row ids, in the order of that list. */
export const customersByRowIds = rawQuery<{ rowIds: string }, CustomerRow>(
  `SELECT ${customerColumns.join(', ')} FROM json_each(@rowIds) AS wanted
   JOIN customers ON customers.row_id = wanted.value ORDER BY wanted.key`,
);

/** Takes the next customer's number inside the commit that makes the customer. */
export const takeCustomerNumber = rawQuery<Record<never, never>, { last_number: number }>(
  `INSERT INTO series (name, letter, last_number) VALUES ('customer', '', 1)
   ON CONFLICT (name) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
);

/** By what a customer is found besides code and QR; null: by nothing, or it is an older customer's. */
export type Contacts = { phoneKey: string | null; emailFold: string | null };

export type StoredFields = {
  name: string;
  nameFold: string;
  phone: string;
  email: string;
  address: string;
  birthday: string | null;
  notes: string;
  tierId: string | null;
  firstName: string;
  lastName: string;
  postalCode: string;
  deliveryAddress: string;
  at: string;
};

export const insertCustomer = query<StoredFields & Contacts & { id: string; code: string; qrCode: string }>()(
  (b, p) =>
    b.insertInto('customers').values({
      id: p('id'),
      code: p('code'),
      name: p('name'),
      name_fold: p('nameFold'),
      phone: p('phone'),
      phone_key: p('phoneKey'),
      email: p('email'),
      email_fold: p('emailFold'),
      address: p('address'),
      birthday: p('birthday'),
      notes: p('notes'),
      tier_id: p('tierId'),
      first_name: p('firstName'),
      last_name: p('lastName'),
      postal_code: p('postalCode'),
      delivery_address: p('deliveryAddress'),
      qr_code: p('qrCode'),
      created_at: p('at'),
      updated_at: p('at'),
    }),
);

export const updateCustomer = query<StoredFields & { rowId: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({
      name: p('name'),
      name_fold: p('nameFold'),
      phone: p('phone'),
      email: p('email'),
      address: p('address'),
      birthday: p('birthday'),
      notes: p('notes'),
      tier_id: p('tierId'),
      first_name: p('firstName'),
      last_name: p('lastName'),
      postal_code: p('postalCode'),
      delivery_address: p('deliveryAddress'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

export const setCustomerCode = query<{ id: string; code: string }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ code: p('code') })
    .where('id', '=', p('id')),
);
export const setPhoneKey = query<{ id: string; phoneKey: string | null }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ phone_key: p('phoneKey') })
    .where('id', '=', p('id')),
);
export const setEmailFold = query<{ id: string; emailFold: string | null }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ email_fold: p('emailFold') })
    .where('id', '=', p('id')),
);

export const setCustomerPicture = query<{ rowId: number; pictureRowId: number | null; at: string }>()(
  (b, p) =>
    b
      .updateTable('customers')
      .set({ picture_row_id: p('pictureRowId'), updated_at: p('at') })
      .where('row_id', '=', p('rowId')),
);

export const indexCustomer = query<{ rowId: number; text: string }>()((b, p) =>
  b.insertInto('customer_search').values({ rowid: p('rowId'), text: p('text') }),
);
export const unindexCustomer = query<{ rowId: number }>()((b, p) =>
  b.deleteFrom('customer_search').where('rowid', '=', p('rowId')),
);

export const addVisit = query<{ customerRowId: number; spentMinor: number; at: string }>()((b, p) =>
  b
    .updateTable('customers')
    .set({
      visits: sql`visits + 1`,
      spent_minor: sql`spent_minor + ${p('spentMinor')}`,
      last_visit_at: sql`max(coalesce(last_visit_at, ''), ${p('at')})`,
    })
    .where('row_id', '=', p('customerRowId')),
);

export const addToSpent = query<{ customerRowId: number; visits: number; spentMinor: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ visits: sql`visits + ${p('visits')}`, spent_minor: sql`spent_minor + ${p('spentMinor')}` })
    .where('row_id', '=', p('customerRowId')),
);
