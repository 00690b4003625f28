import { noDrawerFigures, type DrawerFigures } from '../../../shared/domain/drawer-cash.ts';
import type { ShiftFigures, ShiftParts } from '../../../shared/domain/shift-facts.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { Query } from '../db/query.ts';
import * as of from './fact-statements.ts';
import type { TillNow } from './till-now.ts';
import { openShift, type ShiftRow } from './shift-statements.ts';

export type Gathered = Pick<ShiftParts, 'figures' | 'drawer' | 'tenders' | 'grandTotalBeforeMinor'>;

/** Everything of the open shift so far, or null when none is open. A long read: for the reader thread. */
export function gatherOpenShift(db: ReadableDatabase, now: TillNow): Gathered | null {
  const shift = db.first(openShift);
  return shift === undefined ? null : gatherShift(db, shift, { now, number: null, closedBy: null });
}

/** Everything that the tables tell of a shift so far, with the sales that belong to none. Changes nothing. */
export function gatherShift(
  db: ReadableDatabase,
  shift: ShiftRow,
  { now, number, closedBy }: { now: TillNow; number: number | null; closedBy: string | null },
): Gathered {
  const shiftRowId = shift.row_id;
  const last = db.first(of.lastReport) ?? { seq: 0, grandTotalMinor: 0 };
  const { cashRoundingMinor, tipMinor, giftCardsMinor, ...sales } = one(db, of.soldTotals, { shiftRowId });
  const { seq, hash, ...unsent } = one(db, of.keptHere, {});
  const voids = db.all(of.voidList, { shiftRowId });
  const figures: ShiftFigures = {
    version: 1,
    ...now,
    number,
    shift: {
      id: shift.id,
      number: shift.number,
      businessDate: shift.business_date,
      openedAt: shift.opened_at,
      openedBy: shift.opened_by_id,
      closedBy,
    },
    receipts: one(db, of.toldReceipts, { shiftRowId }),
    sales,
    refunds: {
      ...one(db, of.refundTotals, { shiftRowId }),
      list: db.all(of.refundList, { shiftRowId }),
    },
    giftCardsMinor,
    voids: {
      count: voids.length,
      totalMinor: voids.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      list: voids,
    },
    taxes: db.all(of.taxesByRate, { shiftRowId }),
    byCategory: db.all(of.categoriesOfShift, { shiftRowId }),
    byCashier: db.all(of.cashiersOfShift, { shiftRowId }),
    moves: db.all(of.movesOfShift, { shiftRowId }),
    removedLines: db.all(of.removedOfShift, { shiftRowId, afterSeq: last.seq }),
    priceChanges: db.all(of.priceChangesOfShift, { shiftRowId }),
    points: one(db, of.pointsSince, { afterSeq: last.seq }),
    credits: db.all(of.creditsSince, { afterSeq: last.seq }),
    cashRoundingMinor,
    tipMinor,
    unsent,
    parked: one(db, of.parkedCarts, {}),
    addenda: db.all(of.addendaOfShift, { shiftRowId }).map((sale, index) => ({ number: index + 1, ...sale })),
    journal: { seq, head: Buffer.from(hash).toString('hex').slice(0, 8) },
  };
  return {
    figures,
    drawer: drawerOf(db, shift),
    tenders: tendersOf(db, shiftRowId, last.seq),
    grandTotalBeforeMinor: last.grandTotalMinor,
  };
}

/** What should be there of each tender now, cash from its derivation. */
export function expectedOf(
  db: ReadableDatabase,
  shift: ShiftRow,
): { drawer: DrawerFigures; tenders: Gathered['tenders'] } {
  const afterSeq = db.first(of.lastReport)?.seq ?? 0;
  return { drawer: drawerOf(db, shift), tenders: tendersOf(db, shift.row_id, afterSeq) };
}

function drawerOf(db: ReadableDatabase, shift: ShiftRow): DrawerFigures {
  const moved = one(db, of.cashOfShift, { shiftRowId: shift.row_id });
  return { ...noDrawerFigures, float: shift.float_minor, ...moved };
}

function tendersOf(db: ReadableDatabase, shiftRowId: number, afterSeq: number): Gathered['tenders'] {
  const online = one(db, of.paidOnline, { afterSeq });
  const sums = new Map<TenderKind, { kind: TenderKind; count: number; amountMinor: number }>();
  const web = online.count === 0 ? [] : [{ kind: 'online' as const, ...online }];
  for (const { kind, count, amountMinor } of [...db.all(of.tendersOfShift, { shiftRowId }), ...web]) {
    const known = sums.get(kind) ?? { kind, count: 0, amountMinor: 0 };
    sums.set(kind, { kind, count: known.count + count, amountMinor: known.amountMinor + amountMinor });
  }
  return [...sums.values()];
}

function one<P extends Record<string, number>, Row>(
  db: ReadableDatabase,
  statement: Query<P, Row>,
  parameters: P,
): Row {
  const row = db.first<P, Row>(statement, ...([parameters] as never));
  if (row === undefined) throw new Error('a sum over no rows is still a row');
  return row;
}
