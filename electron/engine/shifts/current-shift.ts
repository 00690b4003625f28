import type { z } from 'zod';
import type { shift } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { openShift, shiftSales } from './shift-statements.ts';

/** The open shift of this register, or null. */
export function currentShift(db: ReadableDatabase): z.infer<typeof shift> | null {
  const row = db.first(openShift);
  if (row === undefined) return null;
  const sales = db.first(shiftSales, { shiftRowId: row.row_id });
  return {
    id: row.id,
    number: row.number,
    state: 'open',
    openedAt: row.opened_at,
    openedBy: row.display_name,
    floatMinor: row.float_minor,
    salesCount: sales?.count ?? 0,
    salesMinor: sales?.sum ?? 0,
  };
}
