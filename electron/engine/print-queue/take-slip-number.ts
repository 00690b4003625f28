import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

const nextSlip = rawQuery<Record<never, never>, { last_number: number }>(
  `UPDATE series SET last_number = last_number + 1 WHERE name = 'slip' RETURNING last_number`,
);

/** The next number of the slips, one series for cash moves, voids and payments on account: gap-free, because it is part of the act's own commit. */
export function takeSlipNumber(tx: WritableDatabase): number {
  const taken = tx.first(nextSlip);
  if (taken === undefined) throw new Error('the series of slips is missing');
  return taken.last_number;
}
