import type { ReadableDatabase } from './db/database.ts';
import { query } from './db/query.ts';

const accountRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('accounts').select('row_id as rowId').where('id', '=', p('id')),
);
const productRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('row_id as rowId').where('id', '=', p('id')),
);

/** The row of an account that an entry of another till names; undefined while it is not here. */
export function accountRowHere(db: ReadableDatabase, id: string): number | undefined {
  return db.first(accountRow, { id })?.rowId;
}

/** The same for a product; null for what is of no product. */
export function productRowHere(db: ReadableDatabase, id: string | null): number | null | undefined {
  return id === null ? null : db.first(productRow, { id })?.rowId;
}
