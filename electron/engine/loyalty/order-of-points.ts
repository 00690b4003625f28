import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const saleRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('orders').select('row_id as rowId').where('id', '=', p('id')),
);
const placedRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('placed_orders').select('row_id as rowId').where('id', '=', p('id')),
);

/** The row that another till's points belong to; none while the sale is not here, or stays an order of its web. */
export function orderOfPoints(
  db: ReadableDatabase,
  id: string | null,
): { orderRowId: number | null; placedOrderRowId: number | null } {
  const orderRowId = id === null ? null : (db.first(saleRow, { id })?.rowId ?? null);
  const isPlaced = id !== null && orderRowId === null;
  return { orderRowId, placedOrderRowId: isPlaced ? (db.first(placedRow, { id })?.rowId ?? null) : null };
}
