import type { ReadableDatabase } from '../db/database.ts';
import { customerById, customerByRowId, type CustomerRow } from './customer-statements.ts';

/** The customer for whom everything of this id counts: itself, or whom it was joined with. Undefined: not here. */
export function survivorOf(db: ReadableDatabase, id: string): { rowId: number; id: string } | undefined {
  const row = survivorOfRow(db, db.first(customerById, { id }));
  return row === undefined ? undefined : { rowId: row.row_id, id: row.id };
}

/** The same of a row that was found. */
export function survivorOfRow(db: ReadableDatabase, found: CustomerRow | undefined): CustomerRow | undefined {
  if (found === undefined || found.merged_into_row_id === null) return found;
  return db.first(customerByRowId, { rowId: found.merged_into_row_id });
}

/** Who is found at the counter: nobody who was erased. */
export function presentCustomer(
  db: ReadableDatabase,
  found: CustomerRow | undefined,
): CustomerRow | undefined {
  const row = survivorOfRow(db, found);
  return row === undefined || row.erased_at !== null ? undefined : row;
}
