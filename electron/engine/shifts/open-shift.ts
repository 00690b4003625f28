import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { Shift, shiftOpen } from '../../../shared/api/shifts.ts';
import type { Pieces } from '../../../shared/domain/denominations.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkPieces, withoutNone } from './check-pieces.ts';
import { currentShift } from './current-shift.ts';
import { floatPieces, insertShift, lastNumber, shiftById } from './shift-statements.ts';

/**
 * Opens a shift with its float. The same id again answers with the same shift; fails with `request-invalid` for another
 * float then, with `shift-open` while another shift is, with `shift-closed` for the id of one that is over, with
 * `pieces-differ`.
 */
export function openShift(
  context: EngineContext,
  { id, floatMinor, pieces = {} }: z.input<typeof shiftOpen>,
  actor: Actor,
): Promise<Result<Shift, Failure>> {
  return context.write((tx) => {
    const open = currentShift(tx);
    if (open?.id === id) return repeat(tx, open, { floatMinor, pieces });
    if (open !== null)
      return fail(failure('shift-open', { details: { openedBy: open.openedBy, number: open.number } }));
    if (tx.first(shiftById, { id }) !== undefined) return fail(failure('shift-closed'));
    const wrong = checkPieces(pieces, floatMinor);
    if (wrong !== null) return fail(wrong);
    const number = (tx.first(lastNumber)?.number ?? 0) + 1;
    const counted = withoutNone(pieces);
    const entry = append(context, tx, {
      kind: 'shift.opened',
      body: { shiftId: id, number, floatMinor, pieces: counted },
      actor: actor.accountId,
    });
    tx.run(insertShift, {
      id,
      number,
      at: entry.at,
      accountRowId: actor.accountRowId,
      floatMinor,
      pieces: JSON.stringify(counted),
      businessDate: entry.businessDate,
    });
    const opened = currentShift(tx);
    if (opened === null) throw new Error('a shift that was just opened is not there');
    return ok(opened);
  });
}

/** The same id with another float is another opening, and this one was made. */
function repeat(
  db: ReadableDatabase,
  open: Shift,
  { floatMinor, pieces }: { floatMinor: number; pieces: Pieces },
): Result<Shift, Failure> {
  const held = JSON.parse(db.first(floatPieces, { id: open.id })?.pieces ?? '{}') as Pieces;
  const isSame = open.floatMinor === floatMinor && canonicalText(held) === canonicalText(withoutNone(pieces));
  if (isSame) return ok(open);
  const message = `Shift ${open.number} was opened already, with another float. It was not changed.`;
  return fail(failure('request-invalid', { message, field: 'id' }));
}
