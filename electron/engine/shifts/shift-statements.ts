import { query } from '../db/query.ts';

/** The open shift with what was sold in it so far. At most one is open per register. */
export const openShift = query()((b) =>
  b
    .selectFrom('shifts')
    .innerJoin('accounts', 'accounts.row_id', 'shifts.opened_by_row_id')
    .select([
      'shifts.row_id',
      'shifts.id',
      'shifts.number',
      'shifts.opened_at',
      'shifts.float_minor',
      'accounts.display_name',
    ])
    .where('shifts.state', '=', 'open'),
);

export const shiftSales = query<{ shiftRowId: number }>()((b, p) =>
  b
    .selectFrom('orders')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.sum<number | null>('total_minor').as('sum')])
    .where('shift_row_id', '=', p('shiftRowId')),
);
