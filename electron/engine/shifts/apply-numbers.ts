import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { raiseOwnSeries } from '../print-queue/index.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';

/*
 * Shifts and drawers stay with the till that had them. Of this register's own former lives their numbers count: none is
 * given twice.
 */

export function applyShiftOpened(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const { number } = entry.body as EntryBodies['shift.opened'];
  raiseOwnSeries(context, tx, entry, { name: 'shift', number });
  return 'no-effect';
}

export function applyShiftClosed(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const { zNumber: number } = entry.body as EntryBodies['shift.closed'];
  raiseOwnSeries(context, tx, entry, { name: 'z-report', number });
  return 'no-effect';
}

export function applyCashMoved(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const { slipNumber: number } = entry.body as EntryBodies['cash.moved'];
  raiseOwnSeries(context, tx, entry, { name: 'slip', number });
  return 'no-effect';
}
