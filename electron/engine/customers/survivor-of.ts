import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const byId = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id as rowId', 'id', 'merged_into_row_id as mergedInto'])
    .where('id', '=', p('id')),
);
const byRowId = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id as rowId', 'id', 'merged_into_row_id as mergedInto'])
    .where('row_id', '=', p('rowId')),
);

/** The customer for whom everything of this id counts: itself, or whom it was joined with. Undefined: not here. */
export function survivorOf(db: ReadableDatabase, id: string): { rowId: number; id: string } | undefined {
  let found = db.first(byId, { id });
  while (found !== undefined && found.mergedInto !== null)
    found = db.first(byRowId, { rowId: found.mergedInto });
  return found === undefined ? undefined : { rowId: found.rowId, id: found.id };
}
