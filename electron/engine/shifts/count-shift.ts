import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { countInput, ShiftCount } from '../../../shared/api/shifts.ts';
import { deriveCash, varianceOf, type DrawerFigures } from '../../../shared/domain/drawer-cash.ts';
import type { Pieces } from '../../../shared/domain/denominations.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { largestVariance } from '../../../shared/domain/shift-facts.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { CountedTender } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkPieces, withoutNone } from './check-pieces.ts';
import { expectedOf } from './gather-shift.ts';
import {
  countById,
  countsOfShift,
  insertCount,
  moneyMovedSince,
  type CountRow,
} from './report-statements.ts';
import { shiftById, type ShiftRow } from './shift-statements.ts';

type Input = z.output<typeof countInput>;

/**
 * Stores what was counted, and only then tells what was expected. Every count is kept. The same id again gives the same
 * answer. Fails with `shift-unknown`, `shift-closed`, `pieces-differ`, and `request-invalid` for the same id with other
 * content.
 */
export function countShift(
  context: EngineContext,
  shiftId: string,
  input: Input,
  actor: Actor,
): Promise<Result<ShiftCount, Failure>> {
  return context.write((tx) => {
    const shift = tx.first(shiftById, { id: shiftId });
    if (shift === undefined) return fail(failure('shift-unknown'));
    const known = tx.first(countById, { id: input.id });
    if (known !== undefined) {
      const count = countOf(context, tx, known);
      return isSame(known, shift, input) ? ok(count) : fail(countedAlready(count.number));
    }
    if (shift.state === 'closed') return fail(failure('shift-closed'));
    const wrong = checkPieces(input.pieces, input.cashMinor);
    if (wrong !== null) return fail(wrong);
    const expected = expectedOf(tx, shift);
    const { steps, expectedMinor } = deriveCash(expected.drawer);
    const tenders = countedTenders(input, expectedMinor, expected.tenders);
    const number = tx.all(countsOfShift, { shiftRowId: shift.row_id }).length + 1;
    const pieces = withoutNone(input.pieces);
    const entry = append(context, tx, {
      kind: 'shift.counted',
      body: { countId: input.id, shiftId, number, pieces, tenders },
      actor: actor.accountId,
    });
    tx.run(insertCount, {
      id: input.id,
      shiftRowId: shift.row_id,
      number,
      pieces: JSON.stringify(pieces),
      tenders: JSON.stringify({ tenders, steps } satisfies StoredCount),
      cashMinor: input.cashMinor,
      expectedCashMinor: expectedMinor,
      accountRowId: actor.accountRowId,
      at: entry.at,
      journalSeq: entry.seq,
    });
    const row = tx.first(countById, { id: input.id });
    if (row === undefined) throw new Error('a count that was just stored is not there');
    return ok(countOf(context, tx, row));
  });
}

function isSame(known: CountRow, shift: ShiftRow, input: Input): boolean {
  const counted = storedCount(known).tenders.map(({ kind, countedMinor }) => ({ kind, countedMinor }));
  const told = [{ kind: 'cash', countedMinor: input.cashMinor }, ...input.tenders];
  return (
    known.shift_row_id === shift.row_id &&
    canonicalText(counted) === canonicalText(told) &&
    canonicalText(JSON.parse(known.pieces)) === canonicalText(withoutNone(input.pieces))
  );
}

function countedAlready(number: number): Failure {
  const message = `Count ${number} was stored already, with other content. It was not changed.`;
  return failure('request-invalid', { message, field: 'id' });
}

/** The counts of a shift, oldest first. Fails with `shift-unknown`. */
export function listCounts(context: EngineContext, shiftId: string): Result<ShiftCount[], Failure> {
  const shift = context.read.first(shiftById, { id: shiftId });
  if (shift === undefined) return fail(failure('shift-unknown'));
  const rows = context.read.all(countsOfShift, { shiftRowId: shift.row_id });
  return ok(rows.map((row) => countOf(context, context.read, row)));
}

/** The last count of a shift, if it still holds. Fails with `count-needed` and `count-outdated`. */
export function lastCountOf(
  db: ReadableDatabase,
  shift: ShiftRow,
  countId: string,
): Result<CountRow, Failure> {
  const last = db.all(countsOfShift, { shiftRowId: shift.row_id }).at(-1);
  if (last === undefined) return fail(failure('count-needed'));
  if (last.id !== countId || isOutdated(db, last)) return fail(failure('count-outdated'));
  return ok(last);
}

export type StoredCount = {
  tenders: CountedTender[];
  steps: { name: keyof DrawerFigures; amountMinor: number }[];
};

export function storedCount(row: CountRow): StoredCount {
  return JSON.parse(row.tenders) as StoredCount;
}

/** Whether closing with this variance asks why, by the owner's rule for it; without a limit, any variance does. */
export function needsReason(context: EngineContext, figure: number): boolean {
  const { limit } = context.settings().acts['close-variance'];
  return figure > (limit ?? 0);
}

function countedTenders(
  input: Input,
  expectedCashMinor: number,
  expected: readonly { kind: string; amountMinor: number }[],
): CountedTender[] {
  return [
    { kind: 'cash', countedMinor: input.cashMinor, expectedMinor: expectedCashMinor },
    ...input.tenders.map(({ kind, countedMinor }) => ({
      kind,
      countedMinor,
      expectedMinor: expected.find((tender) => tender.kind === kind)?.amountMinor ?? 0,
    })),
  ];
}

function isOutdated(db: ReadableDatabase, row: CountRow): boolean {
  return db.first(moneyMovedSince, { seq: row.journal_seq }) !== undefined;
}

function countOf(context: EngineContext, db: ReadableDatabase, row: CountRow): ShiftCount {
  const { tenders, steps } = storedCount(row);
  const withVariance = tenders.map((tender) => ({
    ...tender,
    varianceMinor: varianceOf(tender.countedMinor, tender.expectedMinor),
  }));
  return {
    id: row.id,
    number: row.number,
    at: row.at,
    by: row.by,
    pieces: JSON.parse(row.pieces) as Pieces,
    cashMinor: row.cash_minor,
    expectedCashMinor: row.expected_cash_minor,
    varianceMinor: varianceOf(row.cash_minor, row.expected_cash_minor),
    tenders: withVariance,
    steps,
    reasonNeeded: needsReason(context, largestVariance(withVariance)),
    outdated: isOutdated(db, row),
  };
}
