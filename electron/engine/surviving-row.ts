import { sql, type RawBuilder } from 'kysely';

/** The row of the customer for whom everything of this id counts: its own, or that of whom it was joined with. */
export function survivingRow(id: RawBuilder<string>): RawBuilder<number> {
  return sql<number>`(select coalesce(merged_into_row_id, row_id) from customers where id = ${id})`;
}
