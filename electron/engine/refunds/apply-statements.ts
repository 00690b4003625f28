import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { saleHere } from '../orders/index.ts';

const stateOfOrder = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('orders')
    .select([
      'row_id as rowId',
      'state',
      'total_minor as totalMinor',
      'refunded_minor as refundedMinor',
      'customer_row_id as customerRowId',
    ])
    .where('row_id', '=', p('rowId')),
);

/** A sale that another till's refund or void names, as it is here. */
export function orderState(db: ReadableDatabase, told: Parameters<typeof saleHere>[1]) {
  const rowId = saleHere(db, told);
  return rowId === undefined ? undefined : db.first(stateOfOrder, { rowId });
}
export const nameOfLine = query<{ orderRowId: number; position: number }>()((b, p) =>
  b
    .selectFrom('order_lines')
    .select('name')
    .where('order_row_id', '=', p('orderRowId'))
    .where('position', '=', p('position')),
);
