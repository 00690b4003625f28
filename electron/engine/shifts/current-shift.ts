import type { z } from 'zod';
import type { Shift, shiftCurrent } from '../../../shared/api/shifts.ts';
import type { Pieces } from '../../../shared/domain/denominations.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { lastCount, openShift, shiftSales } from './shift-statements.ts';

/** The open shift of this register, or null. */
export function currentShift(db: ReadableDatabase): Shift | null {
  const row = db.first(openShift);
  if (row === undefined) return null;
  const sales = db.first(shiftSales, { shiftRowId: row.row_id });
  return {
    id: row.id,
    number: row.number,
    state: 'open',
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    openedById: row.opened_by_id,
    floatMinor: row.float_minor,
    salesCount: sales?.count ?? 0,
    salesMinor: sales?.sum ?? 0,
  };
}

/** The open shift, or what the last one left in the drawer for the next. */
export function shiftAtHand(db: ReadableDatabase): z.infer<typeof shiftCurrent> {
  const shift = currentShift(db);
  const counted = shift === null ? db.first(lastCount) : undefined;
  if (counted === undefined) return { shift, left: null };
  return { shift, left: { cashMinor: counted.cashMinor, pieces: JSON.parse(counted.pieces) as Pieces } };
}
