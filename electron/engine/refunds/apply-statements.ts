import { query } from '../db/query.ts';

export const orderState = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('orders')
    .select([
      'row_id as rowId',
      'state',
      'total_minor as totalMinor',
      'refunded_minor as refundedMinor',
      'customer_row_id as customerRowId',
    ])
    .where('id', '=', p('id')),
);
export const nameOfLine = query<{ orderRowId: number; position: number }>()((b, p) =>
  b
    .selectFrom('order_lines')
    .select('name')
    .where('order_row_id', '=', p('orderRowId'))
    .where('position', '=', p('position')),
);
