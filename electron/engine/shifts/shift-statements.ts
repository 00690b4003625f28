import { query, rawQuery } from '../db/query.ts';

const shiftColumns = `
  SELECT s.row_id, s.id, s.number, s.state, s.opened_at, s.float_minor, s.business_date, s.opened_by_row_id,
    a.id AS opened_by_id, a.display_name AS opened_by
  FROM shifts s JOIN accounts a ON a.row_id = s.opened_by_row_id`;
export type ShiftRow = {
  row_id: number;
  id: string;
  number: number;
  state: 'open' | 'closed';
  opened_at: string;
  float_minor: number;
  business_date: string;
  opened_by_row_id: number;
  opened_by_id: string;
  opened_by: string;
};

/** The open shift. At most one is open per register. */
export const openShift = rawQuery<Record<never, never>, ShiftRow>(`${shiftColumns} WHERE s.state = 'open'`);
export const shiftById = rawQuery<{ id: string }, ShiftRow>(`${shiftColumns} WHERE s.id = @id`);

export const floatPieces = rawQuery<{ id: string }, { pieces: string }>(
  'SELECT float_pieces AS pieces FROM shifts WHERE id = @id',
);

export const shiftSales = rawQuery<{ shiftRowId: number }, { count: number; sum: number }>(
  `SELECT count(*) AS count, coalesce(sum(total_minor), 0) - (
     SELECT coalesce(sum(l.total_minor), 0) FROM orders o JOIN order_lines l ON l.order_row_id = o.row_id
     WHERE o.shift_row_id = @shiftRowId AND o.state <> 'voided' AND l.kind = 'gift-card') AS sum
   FROM orders WHERE shift_row_id = @shiftRowId AND state <> 'voided'`,
);

/** With those that this register had in a former life, before it was restored. */
export const lastNumber = rawQuery<Record<never, never>, { number: number }>(
  `SELECT max(coalesce((SELECT max(number) FROM shifts), 0),
     coalesce((SELECT last_number FROM series WHERE name = 'shift'), 0)) AS number`,
);
export const insertShift = query<{
  id: string;
  number: number;
  at: string;
  accountRowId: number;
  floatMinor: number;
  pieces: string;
  businessDate: string;
}>()((b, p) =>
  b.insertInto('shifts').values({
    id: p('id'),
    number: p('number'),
    state: 'open',
    opened_at: p('at'),
    opened_by_row_id: p('accountRowId'),
    float_minor: p('floatMinor'),
    float_pieces: p('pieces'),
    business_date: p('businessDate'),
  }),
);
export const closeShiftRow = query<{ rowId: number; at: string; accountRowId: number }>()((b, p) =>
  b
    .updateTable('shifts')
    .set({ state: 'closed', closed_at: p('at'), closed_by_row_id: p('accountRowId') })
    .where('row_id', '=', p('rowId')),
);

/** The count that the last Z report tells, and what went to the safe after it. */
export const lastCount = rawQuery<Record<never, never>, { cashMinor: number; pieces: string }>(
  `SELECT c.cash_minor AS cashMinor, c.pieces FROM z_reports z
   JOIN shift_counts c ON c.shift_row_id = z.shift_row_id ORDER BY z.row_id DESC, c.number DESC LIMIT 1`,
);
